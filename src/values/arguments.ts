import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { GIVEN_BY_OTHERS } from '../catalog/conventions.ts';
import { methodTaking } from '../syntax/call.ts';
import { objectMembers, typeBeside } from '../syntax/members.ts';
import { parameterNames, parameterTarget } from '../syntax/function.ts';
import { isSamePlace } from '../syntax/position.ts';
import { wrapped } from '../syntax/unwrap.ts';
import { readsOfFunction } from '../syntax/uses.ts';
import { calleeOf, callsOf } from './calls-by-name.ts';
import { isPrimitiveType } from './types/index.ts';
import { isSame, unite } from './unite.ts';

/**
 * With up to this many calls, those that pass something unknown are ignored. With more, all must pass the same value.
 */
const FEW = 5;

/**
 * The value of a parameter without a type, by the arguments that the package passes: `new Controller(new Worker())`,
 * `makeOrders({ mailer })`, `(function (Base) { … })(Queue)`. Undefined if no call shows it, or if they disagree.
 */
export function passedArgument(
  fn: FunctionNode,
  index: number,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const outer = wrapped(fn);
  const { parent } = outer;
  if (parent?.type === 'CallExpression') {
    if (parent.callee === outer) return argumentAt(parent, index, source, evaluation);
    // What any other call passes to its callback is unknown.
    return index === 0 ? settledFor(fn, source, evaluation) : undefined;
  }
  const [onlyRead, ...otherReads] = (index === 0 ? readsOfFunction(fn, source) : undefined) ?? [];
  const settled =
    onlyRead === undefined || otherReads.length > 0 ? undefined : settledFor(onlyRead, source, evaluation);
  if (settled !== undefined) return settled;
  if (GIVEN_BY_OTHERS.test(parameterNames(fn)[index] ?? '') || isNeverCalledOn(fn.params[index])) return undefined;
  const callee = calleeOf(fn, source);
  if (callee === undefined) return undefined;
  const values: Value[] = [];
  const calls = callsOf(callee, source, evaluation);
  for (const { call, from } of calls) {
    const value = argumentAt(call, index, from, evaluation);
    if (value !== undefined && !isParameterOf(fn, source, value)) values.push(value);
    else if (calls.length > FEW) return undefined;
  }
  // Launches in a callback are judged where it is passed.
  const known = values.filter(({ kind }) => kind !== 'parameter' && kind !== 'function');
  const united = unite(known, fn, source, evaluation);
  if (calls.length <= FEW || known[0] === united) return united;
  return saysTheSame(known, evaluation) ? known[0] : undefined;
}

/** `watch({ app, name: 'a' })`, `watch({ app, name: 'b' })`: literals whose parts are the same, as far as they are known. */
function saysTheSame([first, ...others]: readonly Value[], evaluation: Evaluation): boolean {
  if (first?.kind !== 'object') return false;
  const parts = objectMembers(first.node);
  return others.every((other) => {
    if (other.kind !== 'object' || other.node.properties.length !== parts.length) return false;
    return parts.every(({ name }) => {
      const here = evaluation.member(first, name);
      const there = evaluation.member(other, name);
      return here === undefined || there === undefined ? here === there : isSame(here, there);
    });
  });
}

/** What a function gets that is given to `then`: `load().then((config) => …)`, `load().then(start)`. */
function settledFor(given: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const taking = methodTaking(given);
  const settled = taking?.method === 'then' ? evaluation.expression(taking.object, source) : undefined;
  return settled?.kind === 'external' ? { ...settled, awaited: settled.steps.length } : settled;
}

/** `id: string`, `given: unknown`: nothing is called on it, so the long search for its calls is left out. */
function isNeverCalledOn(parameter: TSESTree.Parameter | undefined): boolean {
  const written = parameter === undefined ? undefined : typeBeside(parameterTarget(parameter));
  return written !== undefined && (written.type === 'TSUnknownKeyword' || isPrimitiveType(written));
}

/** Whether a value is a parameter of `fn` itself, as in recursion. */
function isParameterOf(fn: FunctionNode, source: Source, value: Value): boolean {
  return value.kind === 'parameter' && isSamePlace({ node: value.fn, source: value.source }, { node: fn, source });
}

/** The value of an argument of a call; undefined after a spread. */
export function argumentAt(
  call: { readonly arguments: readonly Node[] },
  index: number,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const before = call.arguments.slice(0, index + 1);
  const argument = call.arguments[index];
  return argument === undefined || before.some(({ type }) => type === 'SpreadElement')
    ? undefined
    : evaluation.expression(argument, source);
}
