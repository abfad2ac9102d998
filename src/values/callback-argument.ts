import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { FunctionValue, Value } from './value.ts';
import { variableOf } from '../syntax/binding.ts';
import { isFunction, isInvokedInPlace, parameterTarget } from '../syntax/function.ts';
import { wrapped } from '../syntax/unwrap.ts';
import { argumentAt } from './arguments.ts';
import { unite } from './unite.ts';

/** A function with more calls of its callback than this passes many unrelated values. */
const MOST_CALLS = 5;

/**
 * The value of a callback's parameter, if the function that takes the callback is the user's own: `client` in
 * `withClient((client) => …)`. Its declared type says it, otherwise what the function passes when it calls its
 * parameter.
 */
export function callbackArgument(
  fn: FunctionNode,
  index: number,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const callback = wrapped(fn);
  const { parent: call } = callback;
  if (call?.type !== 'CallExpression' || call.callee === callback) return undefined;
  const position = call.arguments.findIndex((argument) => argument === callback);
  if (call.arguments.slice(0, position).some(({ type }) => type === 'SpreadElement')) return undefined;
  const taker = evaluation.expression(call.callee, source);
  if (taker?.kind !== 'function') return undefined;
  const parameter = taker.node.params[position];
  const target = parameter === undefined ? undefined : parameterTarget(parameter);
  if (target?.type !== 'Identifier') return undefined;
  if (taker.source.path !== source.path) evaluation.workspace.changes.noteLook(source.path, taker.source.path);
  return declaredArgument(target, index, taker, evaluation) ?? passedInside(target, index, taker, evaluation);
}

/** `(work: (client: Client) => Promise<void>)` */
function declaredArgument(
  target: Node,
  index: number,
  { source }: FunctionValue,
  evaluation: Evaluation,
): Value | undefined {
  const declared = evaluation.annotation(target, source);
  const parameter = declared?.kind === 'function' ? declared.node.params[index] : undefined;
  return declared?.kind === 'function' && parameter !== undefined
    ? evaluation.annotation(parameterTarget(parameter), declared.source)
    : undefined;
}

/** `work(client)` */
function passedInside(
  target: Node,
  index: number,
  { node, source }: FunctionValue,
  evaluation: Evaluation,
): Value | undefined {
  if (!isFunction(node)) return undefined;
  const calls = (variableOf(target, source)?.references ?? []).flatMap(({ identifier }) => {
    const call = isInvokedInPlace(identifier) ? wrapped(identifier).parent : undefined;
    return call?.type === 'CallExpression' ? [call] : [];
  });
  if (calls.length > MOST_CALLS) return undefined;
  const values = calls.flatMap((call) => {
    const value = argumentAt(call, index, source, evaluation);
    return value === undefined || value.kind === 'parameter' || value.kind === 'function' ? [] : [value];
  });
  return unite(values, target, source, evaluation);
}
