import type { TSESTree } from '@typescript-eslint/types';
import type { Drop } from '../catalog/entry.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node } from '../syntax/source.ts';
import type { Ground } from './context.ts';
import { methodCall } from '../syntax/call.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { evaluate } from '../values/evaluate.ts';
import { argumentDroppedByOwn } from './own-callback.ts';

/** What becomes of the values that a function returns. */
export type Consumer =
  /** The call throws them away: `forEach`, `setTimeout`, `emitter.on`. */
  | {
      readonly kind: 'drops';
      readonly call: TSESTree.CallExpression;
      readonly argument: Node;
      /** A function of the user's own does. */ readonly own: boolean;
    }
  /** The call collects them in an array: `map`, `flatMap`. */
  | { readonly kind: 'maps'; readonly call: TSESTree.CallExpression }
  | { readonly kind: 'unknown' };

const UNKNOWN: Consumer = { kind: 'unknown' };

export function consumerOf(fn: FunctionNode, ground: Ground): Consumer {
  const argument = wrapped(fn);
  const call = argument.parent;
  // A framework that makes the listener its handler looks after the promise itself.
  if (call?.type !== 'CallExpression' || call.callee === argument || ground.entryOf(fn) !== undefined) return UNKNOWN;
  const dropped = droppedBy(call, ground);
  if (dropped.argument === argument) return { kind: 'drops', call, argument, own: dropped.own };
  const method = methodCall(call)?.method;
  return (method === 'map' || method === 'flatMap') && call.arguments[0] === argument
    ? { kind: 'maps', call }
    : UNKNOWN;
}

/** The argument of `call` that is a function whose promise the call throws away. */
export function droppedArgument(
  call: TSESTree.CallExpression,
  ground: Ground,
): TSESTree.CallExpressionArgument | undefined {
  return droppedBy(call, ground).argument;
}

function droppedBy(
  call: TSESTree.CallExpression,
  ground: Ground,
): { argument: TSESTree.CallExpressionArgument | undefined; own: boolean } {
  const drop = dropOf(call, ground);
  return drop === undefined
    ? { argument: argumentDroppedByOwn(call, ground), own: true }
    : { argument: call.arguments[drop.callback], own: false };
}

function dropOf(call: TSESTree.CallExpression, ground: Ground): Drop | undefined {
  const method = methodCall(call);
  const callee = unwrap(call.callee);
  if (method === undefined && callee.type !== 'Identifier') return undefined;
  const value = evaluate(call, ground.source);
  const known = value?.kind === 'external' ? ground.catalog.drops.find(value) : undefined;
  if (known !== undefined) return known;
  const byMethod = method === undefined ? undefined : ground.catalog.dropMethods.get(method.method);
  // A method of the user's own code is looked at, not guessed by its name.
  return byMethod !== undefined && evaluate(call.callee, ground.source)?.kind !== 'function' ? byMethod : undefined;
}
