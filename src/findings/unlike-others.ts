import type { TSESTree } from '@typescript-eslint/types';
import type { Context } from '../ownership/index.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node } from '../syntax/source.ts';
import { lastName } from '../syntax/call.ts';
import { enclosingFunction } from '../syntax/function.ts';
import { wrapped } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { functionOf } from '../values/function-of.ts';

/**
 * Whether an async function returns right after a dropped call of `fn`, while every other call of it in the file is
 * awaited or returned: `if (simple) { save(item); return; } … await save(item);`.
 */
export function isLeftUnlikeOthers(
  dropped: Node,
  root: TSESTree.CallExpression,
  fn: FunctionNode,
  { source, evaluation }: Context,
): boolean {
  if (enclosingFunction(dropped)?.async !== true || !isBeforeReturn(dropped)) return false;
  const name = lastName(root);
  const others = outlineOf(source).calls.filter(
    (call) =>
      call !== root &&
      call.type === 'CallExpression' &&
      lastName(call) === name &&
      functionOf(call.callee, source, evaluation)?.fn === fn,
  );
  return others.length > 0 && others.every(isAwaited);
}

/** `save(item); return;` */
function isBeforeReturn(dropped: Node): boolean {
  const statement = wrapped(dropped).parent;
  const block = statement?.parent;
  if (statement?.type !== 'ExpressionStatement' || block?.type !== 'BlockStatement') return false;
  const next = block.body[block.body.indexOf(statement) + 1];
  return next?.type === 'ReturnStatement' && next.argument === null;
}

function isAwaited(call: Node): boolean {
  const type = wrapped(call).parent?.type;
  return type === 'AwaitExpression' || type === 'ReturnStatement';
}
