import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Place } from '../syntax/passed.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { FunctionValue, Value } from './value.ts';
import { variableOf } from '../syntax/binding.ts';
import { isFunction, parameterTarget } from '../syntax/function.ts';
import { passedTo, usesAt } from '../syntax/passed.ts';
import { parameterNamed } from '../syntax/parameter.ts';
import { wrapped } from '../syntax/unwrap.ts';
import { readsOfFunction } from '../syntax/uses.ts';
import { argumentAt } from './arguments.ts';
import { unite } from './unite.ts';

/** A function with more calls of its callback than this passes many unrelated values. */
const MOST_CALLS = 5;

/**
 * The value of a callback's parameter, if the function that takes the callback is the user's own: `client` in
 * `withClient((client) => …)`, and in `withClient(handle)` if `handle` has no other use. The declared type of the
 * callback says it, otherwise what the function passes when it calls its parameter.
 */
export function callbackArgument(
  fn: FunctionNode,
  index: number,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  if (isWritten(fn.params[index], source)) return undefined;
  const places = placesOf(fn, source);
  const values = places.map(({ call, place }) => givenBy(call, place, index, source, evaluation));
  return values.every((value) => value !== undefined) ? unite(values, fn, source, evaluation) : undefined;
}

type Taking = NonNullable<ReturnType<typeof passedTo>>;

/** The calls that are given a function, which is written there, or named there and nowhere else. */
function placesOf(fn: FunctionNode, source: Source): readonly Taking[] {
  const inPlace = passedTo(fn);
  if (inPlace !== undefined) return [inPlace];
  const reads = isExportedInPlace(fn) ? [] : (readsOfFunction(fn, source) ?? []);
  if (reads.length > MOST_CALLS) return [];
  const places = reads.map(passedTo);
  return places.every((place) => place !== undefined) ? places : [];
}

/** Whether a function is exported where it is declared, so that other files can use it, too. */
function isExportedInPlace(fn: FunctionNode): boolean {
  const declaration = fn.type === 'FunctionDeclaration' ? fn : wrapped(fn).parent?.parent;
  return declaration?.parent?.type.startsWith('Export') === true;
}

/** Whether the code of a function writes to its parameter. */
function isWritten(parameter: TSESTree.Parameter | undefined, source: Source): boolean {
  const target = parameter === undefined ? undefined : parameterTarget(parameter);
  const variable = target?.type === 'Identifier' ? variableOf(target, source) : undefined;
  return variable?.references.some((reference) => reference.isWrite() && reference.init !== true) === true;
}

/** What the callee of a call passes to the function that it is given. */
function givenBy(
  call: TSESTree.CallExpression,
  place: Place,
  index: number,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const taker = evaluation.expression(call.callee, source);
  if (taker?.kind !== 'function') return undefined;
  return (
    declaredArgument(taker, place, index, evaluation) ?? passedInside({ taker, place, index, call, source }, evaluation)
  );
}

/** `(work: (client: Client) => Promise<void>)` */
function declaredArgument(
  { node, source }: FunctionValue,
  place: Place,
  index: number,
  evaluation: Evaluation,
): Value | undefined {
  const taking = node.params[place.index];
  const whole = taking === undefined ? undefined : evaluation.annotation(parameterTarget(taking), source);
  const declared = whole === undefined || place.key === undefined ? whole : evaluation.member(whole, place.key);
  const parameter = declared?.kind === 'function' ? declared.node.params[index] : undefined;
  return declared?.kind === 'function' && parameter !== undefined
    ? evaluation.annotation(parameterTarget(parameter), declared.source)
    : undefined;
}

/** A function that gets a callback. */
interface Taken {
  readonly taker: FunctionValue;
  readonly place: Place;
  /** Which parameter of the callback is asked for. */
  readonly index: number;
  /** The call that passes the callback, and its file. */
  readonly call: TSESTree.CallExpression;
  readonly source: Source;
}

/** `work(client)`, `work.call(this, client)` */
function passedInside({ taker, place, index, call, source }: Taken, evaluation: Evaluation): Value | undefined {
  if (!isFunction(taker.node)) return undefined;
  const calls = (usesAt(taker.node, place, taker.source) ?? []).filter((use) => use.call !== undefined);
  if (calls.length > MOST_CALLS) return undefined;
  const values = calls.flatMap(({ given }) => {
    const own = parameterIndex(given[index], taker);
    const value =
      own === undefined
        ? argumentAt({ arguments: given }, index, taker.source, evaluation)
        : argumentAt(call, own, source, evaluation);
    return value === undefined || value.kind === 'parameter' || value.kind === 'function' ? [] : [value];
  });
  return unite(values, taker.node, taker.source, evaluation);
}

/**
 * Which parameter of the function itself an argument is: `value` in `(value, use) => use(value)`. Other calls may pass
 * something else for it.
 */
function parameterIndex(argument: Node | undefined, { node, source }: FunctionValue): number | undefined {
  const parameter = argument === undefined ? undefined : parameterNamed(argument, source);
  return parameter?.fn === node ? parameter.index : undefined;
}
