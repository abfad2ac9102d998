import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { FunctionValue, Value } from './value.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { isFunction, isInvokedInPlace, parameterTarget } from '../syntax/function.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
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
  return (
    declaredArgument(target, index, taker, evaluation) ??
    passedInside({ target, index, taker, call, source }, evaluation)
  );
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

/** A function that gets a callback. */
interface Taking {
  readonly taker: FunctionValue;
  /** The name of the parameter that is the callback. */
  readonly target: Node;
  /** Which parameter of the callback is asked for. */
  readonly index: number;
  /** The call that passes the callback, and its file. */
  readonly call: TSESTree.CallExpression;
  readonly source: Source;
}

/** `work(client)` */
function passedInside(taking: Taking, evaluation: Evaluation): Value | undefined {
  const { target, index, taker } = taking;
  if (!isFunction(taker.node)) return undefined;
  const calls = (variableOf(target, taker.source)?.references ?? []).flatMap(({ identifier }) => {
    const inner = isInvokedInPlace(identifier) ? wrapped(identifier).parent : undefined;
    return inner?.type === 'CallExpression' ? [inner] : [];
  });
  if (calls.length > MOST_CALLS) return undefined;
  const values = calls.flatMap((inner) => {
    const own = parameterIndex(inner.arguments[index], taker);
    const value =
      own === undefined
        ? argumentAt(inner, index, taker.source, evaluation)
        : argumentAt(taking.call, own, taking.source, evaluation);
    return value === undefined || value.kind === 'parameter' || value.kind === 'function' ? [] : [value];
  });
  return unite(values, target, taker.source, evaluation);
}

/**
 * Which parameter of the function itself an argument is: `value` in `(value, use) => use(value)`. Other calls may pass
 * something else for it.
 */
function parameterIndex(argument: Node | undefined, { node, source }: FunctionValue): number | undefined {
  const name = argument === undefined ? undefined : unwrap(argument);
  const variable = name?.type === 'Identifier' ? variableOf(name, source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable);
  if (definition?.type !== 'Parameter' || definition.node !== node) return undefined;
  return node.params.findIndex((parameter) => parameterTarget(parameter) === definition.name);
}
