import type { Pattern } from '../catalog/entry.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ExternalValue, Value } from './value.ts';
import { compilePattern } from '../catalog/pattern.ts';
import { wrapped } from '../syntax/unwrap.ts';

/** The value that a pattern names; of `a|b`, the first. Undefined for a pattern with `*` or `**`. */
export function namedBy(pattern: Pattern): ExternalValue | undefined {
  const { module, steps } = compilePattern(pattern);
  const names = steps.flatMap((step) => (typeof step === 'string' ? [] : [...step].slice(0, 1)));
  return names.length === steps.length ? { kind: 'external', module, steps: names } : undefined;
}

/** A value that holds another under a path of keys: `rows.*`. Without keys, the other itself. */
export function heldAt(keys = '', inner: Value, around: ExternalValue): Value {
  return keys
    .split('.')
    .filter((key) => key !== '')
    .reduceRight<Value>((held, key) => ({ ...around, holds: new Map([[key, held]]) }), inner);
}

/**
 * The value of a parameter that the catalog knows by the call that takes its function: `step` in
 * `createFunction(…, fn)`.
 */
export function handedParameter(
  fn: FunctionNode,
  index: number,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const call = takerOf(fn);
  if (call === undefined) return undefined;
  const value = evaluation.expression(call, source);
  if (value?.kind !== 'external') return undefined;
  const hand = evaluation.catalog.hands.find(value);
  const given = hand?.parameter === index ? namedBy(hand.is) : undefined;
  return given && heldAt(hand?.at, given, { ...value, awaited: value.steps.length });
}

/** The call that takes a function as an argument, directly or in an object literal. */
function takerOf(fn: FunctionNode): Node | undefined {
  let outer = wrapped(fn);
  for (let parent = outer.parent; parent != null; parent = outer.parent) {
    if (parent.type === 'CallExpression' || parent.type === 'NewExpression')
      return parent.callee === outer ? undefined : parent;
    if (parent.type !== 'Property' && parent.type !== 'ObjectExpression') return undefined;
    outer = wrapped(parent);
  }
  return undefined;
}
