import type { Node } from '../../syntax/source.ts';
import { chainedOnto } from '../../syntax/call.ts';
import { wrapped } from '../../syntax/unwrap.ts';

/** The statement that drops a read of the variable, and the expression that it drops. */
export interface Dropped {
  readonly statement: Node;
  readonly node: Node;
}

export function droppedBy(read: Node): Dropped | undefined {
  let node = wrapped(read);
  for (let chain = chainedOnto(node); chain !== undefined; chain = chainedOnto(node)) node = wrapped(chain);
  if (node.parent?.type === 'UnaryExpression' && node.parent.operator === 'void') node = wrapped(node.parent);
  return node.parent?.type === 'ExpressionStatement' ? { statement: node.parent, node } : undefined;
}

/** Whether a statement is in a list, where another may follow it. */
export function isListed(statement: Node): boolean {
  return listOf(statement) !== undefined;
}

export function isFollowedBy(statement: Node, next: Node): boolean {
  const list = listOf(statement);
  return list?.[list.indexOf(statement) + 1] === next;
}

/** The statements among which a statement is. */
export function listOf({ parent }: Node): readonly Node[] | undefined {
  switch (parent?.type) {
    case 'BlockStatement':
    case 'Program':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return parent.body;
    case 'SwitchCase':
      return parent.consequent;
    default:
      return undefined;
  }
}
