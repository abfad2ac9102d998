import type { Pattern } from '../catalog/entry.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ExternalValue, Value } from './value.ts';
import { compilePattern } from '../catalog/pattern.ts';
import { propertyName } from '../syntax/call.ts';
import { staticText } from '../syntax/literal.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { readsOfFunction } from '../syntax/uses.ts';

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

/** A function that is passed on in more places than this is a helper, whose parameters are no one thing. */
const MOST_PLACES = 4;

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
  for (const call of takersOf(fn, source)) {
    const value = evaluation.expression(call, source);
    if (value?.kind !== 'external') continue;
    const hand = evaluation.catalog.hands
      .findAll(value)
      .find(({ parameter, events }) => parameter === index && (events === undefined || isOneOf(call, events)));
    const given = hand === undefined ? undefined : namedBy(hand.is);
    if (given !== undefined) return heldAt(hand?.at, given, { ...value, awaited: value.steps.length });
  }
  return undefined;
}

/** Whether the first argument of a call names one of these events: `'messageCreate'`, `Events.MessageCreate`. */
function isOneOf(call: Node, events: readonly string[]): boolean {
  const [first] = call.type === 'CallExpression' ? call.arguments : [];
  const name = first === undefined ? undefined : unwrap(first);
  if (name === undefined) return false;
  const text = name.type === 'MemberExpression' ? decapitalised(propertyName(name)) : staticText(name);
  return text !== undefined && events.includes(text);
}

function decapitalised(name: string | undefined): string | undefined {
  return name === undefined ? undefined : name.charAt(0).toLowerCase() + name.slice(1);
}

/** The calls of its file that take a function, written there or by its name. */
function takersOf(fn: FunctionNode, source: Source): Node[] {
  const direct = takerOf(fn);
  if (direct !== undefined) return [direct];
  const reads = readsOfFunction(fn, source) ?? [];
  return reads.length > MOST_PLACES ? [] : reads.flatMap((read) => takerOf(read) ?? []);
}

/** The call that takes a value as an argument, directly or in an object literal. */
function takerOf(value: Node): Node | undefined {
  let outer = wrapped(value);
  for (let parent = outer.parent; parent != null; parent = outer.parent) {
    if (parent.type === 'CallExpression' || parent.type === 'NewExpression')
      return parent.callee === outer ? undefined : parent;
    if (parent.type !== 'Property' && parent.type !== 'ObjectExpression') return undefined;
    outer = wrapped(parent);
  }
  return undefined;
}
