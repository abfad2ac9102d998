import type { Node } from './source.ts';
import { isFunction } from './function.ts';
import { someIn } from './walk.ts';

/** `while (true)`, `for (;;)`: what follows is reached by a break, if at all. */
export function isEndless(statement: Node): boolean {
  return (
    ((statement.type === 'WhileStatement' || statement.type === 'DoWhileStatement') &&
      statement.test.type === 'Literal') ||
    (statement.type === 'ForStatement' && statement.test === null)
  );
}

/** Whether a function comes to a loop that nothing in it leaves. */
export function neverEnds(body: Node): boolean {
  return someIn(
    body,
    (node) => isEndless(node) && !someIn(node, leaves, (inner) => !isFunction(inner)),
    (node) => !isFunction(node),
  );
}

function leaves({ type }: Node): boolean {
  return type === 'BreakStatement' || type === 'ReturnStatement';
}
