import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ExternalValue, Value } from './value.ts';
import { heldAt, namedBy } from './handed.ts';
import { methodTaking } from '../syntax/call.ts';
import { unwrap } from '../syntax/unwrap.ts';

/** A package's value once it is awaited: what the catalog says it yields, otherwise the value itself. */
export function yielded(value: ExternalValue, evaluation: Evaluation): Value {
  const facet = evaluation.catalog.yields.find(value)?.facet;
  const given = facet === undefined ? undefined : instanceGiven(value, facet.gives);
  if (facet === undefined || given === undefined) return { ...value, awaited: value.steps.length };
  return heldAt(facet.at, given, { ...value, awaited: value.steps.length });
}

function instanceGiven({ by }: ExternalValue, gives: string): Value | undefined {
  return by === undefined ? namedBy(gives) : { kind: 'instance', of: by };
}

/** The result of `await Promise.all([a(), b()])`: the awaited elements, by index. */
export function yieldedTogether(
  value: ExternalValue,
  argument: Node,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  if (value.module !== 'global' || value.steps.join('.') !== 'Promise.all.()') return undefined;
  const call = unwrap(argument);
  const [given] = call.type === 'CallExpression' ? call.arguments : [];
  const list = given === undefined ? undefined : unwrap(given);
  if (list?.type !== 'ArrayExpression') return undefined;
  const holds = new Map<string, Value>();
  for (const [index, element] of list.elements.entries()) {
    if (element === null || element.type === 'SpreadElement') break;
    const part = evaluation.expression(element, source);
    if (part !== undefined) holds.set(index.toString(), part.kind === 'external' ? yielded(part, evaluation) : part);
  }
  return { ...value, awaited: value.steps.length, holds };
}

/** The value of the parameter in `User.findOne().then((user) => …)`. */
export function thenParameter(
  fn: FunctionNode,
  index: number,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const method = index === 0 ? methodTaking(fn) : undefined;
  if (method?.method !== 'then') return undefined;
  const value = evaluation.expression(method.object, source);
  if (value?.kind !== 'external') return undefined;
  const given = yielded(value, evaluation);
  // For any other promise, this adds nothing to what is known.
  return given.kind === 'external' && given.holds === undefined && given.awaited !== undefined ? undefined : given;
}
