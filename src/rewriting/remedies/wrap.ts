import type { Finding } from '../../findings/finding.ts';
import type { Node } from '../../syntax/source.ts';
import type { Ground, Outcome } from '../ground.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { walk } from '../../syntax/walk.ts';
import { close } from '../edit.ts';
import { openVoid, voidArgument } from './void.ts';

/** `node` → `fireTask(node, 'name')`, with a leading `void` taken away. */
export function wrapTask(finding: Finding, { text, tracker, taskName }: Ground, node: Node, inner = { open: '', close: '' }): Outcome {
  const argument = voidArgument(node);
  if (argument !== undefined && !isOneLaunch(argument)) {
    return { code: 'void-of-several', reason: 'The void covers more than one call: split the statement, then run this again.' };
  }
  return {
    tracked: true,
    edits: [openVoid(node, text, `${tracker.callee}(${inner.open}`), close(node.range[1], `${inner.close}, ${taskName(finding)})`)],
  };
}

function isOneLaunch(argument: Node): boolean {
  switch (unwrap(argument).type) {
    case 'CallExpression':
    case 'NewExpression':
    case 'ImportExpression':
    case 'TaggedTemplateExpression':
    case 'Identifier':
      return true;
    default:
      return false;
  }
}

/** Whether a function reads its own `this`, `arguments` or `new.target`, which its caller decides. */
export function bindsItsOwn(fn: Node): boolean {
  let found = false;
  walk(fn, (node) => {
    if (found) return false;
    if (node.type === 'ThisExpression' || node.type === 'MetaProperty' || (node.type === 'Identifier' && node.name === 'arguments')) found = true;
    return node === fn || (node.type !== 'FunctionExpression' && node.type !== 'FunctionDeclaration');
  });
  return found;
}
