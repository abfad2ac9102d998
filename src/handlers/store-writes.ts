import type { Entry, Store, Wrap } from '../catalog/entry.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Keeping } from '../syntax/kept-values.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Value } from '../values/value.ts';
import { keptValues } from '../syntax/kept-values.ts';
import { lastName, methodCall } from '../syntax/call.ts';
import { anyOf, escaped } from '../syntax/escape.ts';
import { propertyValue } from '../syntax/members.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { sourcesMentioning } from '../values/near.ts';
import { instanceOf } from '../values/results.ts';
import { isSame } from '../values/unite.ts';
import { isNothing } from '../values/value.ts';
import { ofFrameworks } from './framework-objects.ts';

/** What the user's code keeps under one name in one store of a framework's objects. */
export interface Kept {
  readonly values: readonly Value[];
  /** Whether these are all values that it keeps there. */
  readonly isWhole: boolean;
}

export const NOTHING: Kept = { values: [], isWhole: true };

/** The steps after the properties that lead from one of the framework's objects to another. */
export function ownSteps(steps: readonly string[], { through = [] }: Store): readonly string[] {
  const from = steps.findIndex((step) => !through.includes(step));
  return from === -1 ? [] : steps.slice(from);
}

/** What the user's code keeps under a name, in any file that a file may depend on. */
export function findKept(
  { entry, store, name }: { readonly entry: Entry; readonly store: Store; readonly name: string },
  from: Source,
  evaluation: Evaluation,
): Kept {
  const fits = keeping(name, store);
  if (fits === undefined) return NOTHING;
  const values = sourcesMentioning(name, fits, from, evaluation).flatMap((source) =>
    (keptValues(source).get(name) ?? [])
      .filter((each) => isKeptIn(store, entry, each, source, evaluation))
      .map((each) => givenValue(each, store, source, evaluation)),
  );
  const known = values.filter((value) => value !== undefined && value.kind !== 'parameter');
  const something = different(known.filter((value) => !isNothing(value)));
  return { values: something, isWhole: known.length === values.length };
}

function isKeptIn(
  store: Store,
  entry: Entry,
  { object, method }: Keeping,
  source: Source,
  evaluation: Evaluation,
): boolean {
  const { sets = [], under = [], itself = false } = store;
  if (method === undefined ? under.length === 0 && !itself : !sets.includes(method)) return false;
  const value = evaluation.expression(object, source);
  if (value === undefined) return false;
  return ofFrameworks(value, evaluation).some((found) => {
    if (found.entry !== entry) return false;
    const [first, ...others] = ownSteps(found.steps, store);
    if (first === undefined) return method !== undefined || itself;
    return method === undefined && others.length === 0 && under.includes(first);
  });
}

/** What reading gives of a value: an instance for `asClass(Mailer)`, a result for `{ useFactory: makeMailer }`. */
function givenValue(
  { given, method }: Keeping,
  { wraps = {} }: Store,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const inner = wrappedIn(given, wraps) ?? { node: given, wrap: method === undefined ? undefined : wraps[method] };
  const value = evaluation.expression(inner.node, source);
  if (value === undefined || inner.wrap === undefined || inner.wrap === 'value') return value;
  return inner.wrap === 'instance' ? instanceOf(value, evaluation) : evaluation.result(value);
}

function wrappedIn(
  given: Node,
  wraps: NonNullable<Store['wraps']>,
): { node: Node; wrap: Wrap | undefined } | undefined {
  const node = unwrap(given);
  if (node.type === 'ObjectExpression') {
    const name = Object.keys(wraps).find((each) => propertyValue(node, each) !== undefined);
    const value = name === undefined ? undefined : propertyValue(node, name);
    return name === undefined || value === undefined ? undefined : { node: value, wrap: wraps[name] };
  }
  if (node.type !== 'CallExpression') return undefined;
  const name = lastName(node);
  const [first] = node.arguments;
  if (Object.hasOwn(wraps, name) && first !== undefined) return { node: first, wrap: wraps[name] };
  // `asClass(Mailer).singleton()`
  const chained = methodCall(node);
  return chained === undefined ? undefined : wrappedIn(chained.object, wraps);
}

/** Text that may keep something under a name; undefined if nothing may. */
export function keeping(name: string, { sets = [], under = [], itself }: Store): RegExp | undefined {
  const word = escaped(name);
  const method = anyOf(sets, (any) => `\\.${any}\\s*\\(\\s*(?:['"\`]${word}['"\`]|\\{)`)?.source;
  const whole = anyOf(under, (any) => `\\b${any}\\s*[=,]\\s*\\{`)?.source;
  const assigned = under.length > 0 || itself === true ? [`\\.${word}\\s*(?:\\?\\?|\\|\\|)?=(?![=>])`] : [];
  const inObject = itself === true ? [`\\bassign\\([\\w$]+,\\s*\\{[^}]*\\b${word}\\b`] : [];
  const all = [method, whole, ...assigned, ...inObject].filter((each) => each !== undefined);
  return all.length === 0 ? undefined : new RegExp(all.join('|'));
}

export function different(values: readonly Value[]): Value[] {
  return values.filter((value, index) => values.findIndex((other) => isSame(value, other)) === index);
}
