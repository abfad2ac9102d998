import type { TSESTree } from '@typescript-eslint/types';
import type { Drop } from '../catalog/entry.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node } from '../syntax/source.ts';
import type { Context } from './context.ts';
import { ASKS } from '../catalog/conventions.ts';
import { STREAM_NAMES } from '../catalog/streams-and-events.ts';
import { chainedOnto, lastName, methodCall } from '../syntax/call.ts';
import { isFunctionOrName } from '../syntax/function.ts';
import { isAsync } from '../syntax/compiled.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { functionsDroppedByOwn } from './own-callback.ts';

/** What becomes of the values that a function returns. */
export type Consumer =
  /** The call drops them: `forEach`, `setTimeout`, `emitter.on`. */
  | {
      readonly kind: 'drops';
      readonly call: TSESTree.CallExpression;
      readonly argument: Node;
      /** Whether the called function is the user's own. */ readonly own: boolean;
    }
  /** The call collects them in an array: `map`, `flatMap`. */
  | { readonly kind: 'maps'; readonly call: TSESTree.CallExpression }
  /** The call tests or sorts by them, and takes each promise for a result: `filter`, `sort`. */
  | { readonly kind: 'asks'; readonly call: TSESTree.CallExpression; readonly argument: Node }
  | { readonly kind: 'unknown' };

const UNKNOWN: Consumer = { kind: 'unknown' };

export function consumerOf(fn: FunctionNode, context: Context): Consumer {
  const argument = wrapped(fn);
  const call = argument.parent;
  if (call?.type !== 'CallExpression' || call.callee === argument) return UNKNOWN;
  // If the function is a framework's handler, the framework looks after the promise itself. Where it drops that, an
  // async function is still the whole of the work, and what it awaits has an owner.
  if (context.entryOf(fn) !== undefined)
    return context.isDroppedHandler(fn) && !isAsync(fn) ? { kind: 'drops', call, argument, own: false } : UNKNOWN;
  const dropped = droppedBy(call, context);
  if (dropped.functions.includes(argument)) return { kind: 'drops', call, argument, own: dropped.own };
  if (predicateOf(call, context) === argument) return { kind: 'asks', call, argument };
  return mappingArgument(call, context) === argument ? { kind: 'maps', call } : UNKNOWN;
}

/** The function whose results `call` collects in a list: `items.map(run)`, `_.map(items, run)`. */
export function mappingArgument(call: Node, context: Context): TSESTree.CallExpressionArgument | undefined {
  if (call.type !== 'CallExpression') return undefined;
  const method = methodCall(call)?.method;
  const { maps } = context.evaluation.catalog;
  const [first] = call.arguments;
  // Most calls of `map` are those of arrays. The catalog is consulted only about calls that may be a library's.
  if (method === undefined ? unwrap(call.callee).type !== 'Identifier' || call.arguments.length < 2 : false)
    return undefined;
  if (call.arguments.length > 1 || (method !== 'map' && method !== 'flatMap')) {
    const value = call.arguments.some((each) => isFunctionOrName(unwrap(each)))
      ? context.evaluation.expression(call, context.source)
      : undefined;
    const known = value?.kind === 'external' ? maps.find(value) : undefined;
    if (known !== undefined) return call.arguments[known.callback];
  }
  return method === 'map' || method === 'flatMap' ? first : undefined;
}

/**
 * The argument of `call` by whose results an array is tested or sorted: `items.filter(isOpen)`. Undefined for the
 * user's own or a package's method, which may wait for them, and if the result of `call` is awaited.
 */
export function predicateOf(
  call: TSESTree.CallExpression,
  { evaluation, source }: Context,
): TSESTree.CallExpressionArgument | undefined {
  const method = methodCall(call);
  const [argument] = call.arguments;
  if (method === undefined || argument === undefined || !ASKS.has(method.method)) return undefined;
  if (STREAM_NAMES.test(lastName(method.object)) || isWaitedFor(call)) return undefined;
  const value = evaluation.expression(call.callee, source);
  return value?.kind === 'function' || (value?.kind === 'external' && value.module !== 'global') ? undefined : argument;
}

function isWaitedFor(call: TSESTree.CallExpression): boolean {
  const { parent } = wrapped(call);
  return parent?.type === 'AwaitExpression' || chainedOnto(call) !== undefined || isIteratedAsync(parent);
}

function isIteratedAsync(parent: Node | undefined): boolean {
  return parent?.type === 'ForOfStatement' && parent.await;
}

/** The functions passed to `call` whose promises the call drops. */
export function droppedFunctions(call: TSESTree.CallExpression, context: Context): readonly Node[] {
  return droppedBy(call, context).functions;
}

function droppedBy(call: TSESTree.CallExpression, context: Context): { functions: readonly Node[]; own: boolean } {
  const drop = dropOf(call, context);
  if (drop === undefined) return { functions: functionsDroppedByOwn(call, context, droppedFunctions), own: true };
  const argument = call.arguments[drop.callback];
  return { functions: argument === undefined ? [] : [argument], own: false };
}

function dropOf(call: TSESTree.CallExpression, context: Context): Drop | undefined {
  const method = methodCall(call);
  const callee = unwrap(call.callee);
  if (method === undefined && callee.type !== 'Identifier') return undefined;
  const { catalog } = context.evaluation;
  const value = context.evaluation.expression(call, context.source);
  const known = value?.kind === 'external' ? catalog.drops.find(value) : undefined;
  const drop = known ?? (method === undefined ? undefined : catalog.dropMethods.get(method.method));
  // The code of a user's own function decides: its name and result don't show what happens to its arguments.
  return drop !== undefined && context.evaluation.expression(call.callee, context.source)?.kind !== 'function'
    ? drop
    : undefined;
}
