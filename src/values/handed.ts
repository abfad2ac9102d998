import type { Pattern } from '../catalog/entry.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ExternalValue, Value } from './value.ts';
import { compilePattern } from '../catalog/pattern.ts';
import { wrapped } from '../syntax/unwrap.ts';

/** The value that a pattern without alternatives names: of `a|b` the first. */
export function namedBy(pattern: Pattern): ExternalValue | undefined {
  const { module, steps } = compilePattern(pattern);
  const names = steps.flatMap((step) => (typeof step === 'string' ? [] : [...step].slice(0, 1)));
  return names.length === steps.length ? { kind: 'external', module, steps: names } : undefined;
}

/** A value that holds another, key by key: `rows.*`. Without a key it is the other itself. */
export function heldAt(keys = '', inner: Value, around: ExternalValue): Value {
  return keys
    .split('.')
    .filter((key) => key !== '')
    .reduceRight<Value>((held, key) => ({ ...around, holds: new Map([[key, held]]) }), inner);
}

/** What a parameter is by the call that takes its function, as the catalog has it: `step` in `createFunction(…, fn)`. */
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

/** The call that a function is an argument of, also in object literals. */
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
