import type { Edit } from '../edit.ts';
import type { Node } from '../../syntax/source.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { open, replace } from '../edit.ts';

/** What stands after `void`; undefined for another expression. */
export function voidArgument(node: Node): Node | undefined {
  const expression = unwrap(node);
  return expression.type === 'UnaryExpression' && expression.operator === 'void' && expression.range[0] === node.range[0] ? expression.argument : undefined;
}

/** Opens `node` with `opening`, in the place of its `void` if it has one; comments after that stay. */
export function openVoid(node: Node, text: string, opening: string): Edit {
  const [start] = node.range;
  if (voidArgument(node) === undefined) return open(start, opening);
  const keyword = start + 'void'.length;
  const blanks = /^[^\S\r\n]*/.exec(text.slice(keyword))?.[0].length ?? 0;
  return replace(start, keyword + blanks, opening);
}
