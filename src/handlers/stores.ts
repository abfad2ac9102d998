import type { Entry, Store, Wrap } from '../catalog/entry.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Keeping } from '../syntax/kept-values.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Key, Value } from '../values/value.ts';
import { keptValues } from '../syntax/kept-values.ts';
import { lastName, methodCall } from '../syntax/call.ts';
import { anyOf, escaped } from '../syntax/escape.ts';
import { propertyValue } from '../syntax/members.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { isBuiltinName } from '../values/builtin-names.ts';
import { sourcesMentioning } from '../values/near.ts';
import { instanceOf } from '../values/results.ts';
import { isSame, unite } from '../values/unite.ts';
import { CALL, INSTANCE, isNothing } from '../values/value.ts';
import { ofFrameworks } from './framework-objects.ts';
import { perFile } from './per-file.ts';

/** What the user's code keeps under one name in one store of a framework's objects. */
interface Kept {
  readonly values: readonly Value[];
  /** Whether these are all values that it keeps there. */
  readonly isWhole: boolean;
}

/** A read of a store, and the steps from what it gives to a value. */
interface Read {
  readonly entry: Entry;
  readonly store: Store;
  readonly name: string;
  readonly steps: readonly string[];
}

const NOTHING: Kept = { values: [], isWhole: true };

/**
 * The values that an expression may have because the user's code kept them on a framework's objects: `send` of a mailer
 * in `req.app.get('mail').send`, after `app.set('mail', mailer)`.
 *
 * @param value - the value of the expression without this knowledge
 * @param evaluation - the evaluation that identifies handlers
 */
export function keptIn(value: Value | undefined, source: Source, evaluation: Evaluation): Kept {
  if ((value?.kind !== 'parameter' && value?.kind !== 'external') || !usesStores(source, evaluation)) return NOTHING;
  for (const { entry, steps, before } of ofFrameworks(value, evaluation)) {
    const key = value.key === undefined ? undefined : { ...value.key, at: value.key.at - before };
    for (const read of readsAlong(entry, steps, key)) {
      const { values, isWhole } = keptUnder(read, source, evaluation);
      if (values.length === 0) continue;
      const reached = values.map((each) => along(each, read.steps, evaluation));
      const known = reached.filter((each) => each !== undefined);
      return { values: different(known), isWhole: isWhole && known.length === reached.length };
    }
  }
  return NOTHING;
}

/** The one value that these are, or the functions that a call runs one of; undefined if that isn't known. */
export function oneKept({ values, isWhole }: Kept, source: Source, evaluation: Evaluation): Value | undefined {
  const [first, ...others] = values;
  if (first === undefined || !isWhole) return undefined;
  const isOfUser = values.every(({ kind }) => kind === 'function' || kind === 'instance');
  return others.length === 0 ? first : isOfUser ? unite(values, source.ast, source, evaluation) : undefined;
}

const usesStores = perFile(({ path }, { catalog, workspace }) =>
  catalog.entries.some(({ stores, packages }) => stores !== undefined && workspace.packages.dependsOn(path, packages)),
);

/** The steps after the properties that lead from one of the framework's objects to another. */
function ownSteps(steps: readonly string[], { through = [] }: Store): readonly string[] {
  const from = steps.findIndex((step) => !through.includes(step));
  return from === -1 ? [] : steps.slice(from);
}

/** How the steps from a framework's object may read its stores. */
function readsAlong(entry: Entry, all: readonly string[], key: Key | undefined): Read[] {
  return (entry.stores ?? []).flatMap((store): Read[] => {
    const steps = ownSteps(all, store);
    const [first, second] = steps;
    if (first === undefined) return [];
    const read = (name: string, from: number): Read[] => [{ entry, store, name, steps: steps.slice(from) }];
    if (second === CALL && store.gets?.includes(first) === true)
      return key?.at === all.length - steps.length + 1 ? read(key.name, 2) : [];
    if (store.under?.includes(first) === true) return second === undefined ? [] : read(second, 2);
    // Most calls on an unknown value mean a method of the platform.
    return store.itself === true && !isBuiltinName(first) ? read(first, 1) : [];
  });
}

/** The values kept where a read looks. Each file remembers them, because it asks for each of its calls. */
function keptUnder(read: Read, source: Source, evaluation: Evaluation): Kept {
  const known = readsOf(source, evaluation);
  const { entry, store, name } = read;
  const key = `${entry.name} ${(entry.stores ?? []).indexOf(store).toString()} ${name}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  // A query that leads back here finds nothing.
  known.set(key, NOTHING);
  const found = findKept(read, source, evaluation);
  known.set(key, found);
  return found;
}

const readsOf = perFile(() => new Map<string, Kept>());

function findKept({ entry, store, name }: Read, from: Source, evaluation: Evaluation): Kept {
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
function keeping(name: string, { sets = [], under = [], itself }: Store): RegExp | undefined {
  const word = escaped(name);
  const method = anyOf(sets, (any) => `\\.${any}\\s*\\(\\s*(?:['"\`]${word}['"\`]|\\{)`)?.source;
  const whole = anyOf(under, (any) => `\\b${any}\\s*[=,]\\s*\\{`)?.source;
  const assigned = under.length > 0 || itself === true ? [`\\.${word}\\s*(?:\\?\\?|\\|\\|)?=(?![=>])`] : [];
  const inObject = itself === true ? [`\\bassign\\([\\w$]+,\\s*\\{[^}]*\\b${word}\\b`] : [];
  const all = [method, whole, ...assigned, ...inObject].filter((each) => each !== undefined);
  return all.length === 0 ? undefined : new RegExp(all.join('|'));
}

function along(from: Value, steps: readonly string[], evaluation: Evaluation): Value | undefined {
  return steps.reduce<Value | undefined>((value, step) => {
    if (value === undefined) return undefined;
    if (step === CALL) return evaluation.result(value);
    return step === INSTANCE ? instanceOf(value, evaluation) : evaluation.member(value, step);
  }, from);
}

function different(values: readonly Value[]): Value[] {
  return values.filter((value, index) => values.findIndex((other) => isSame(value, other)) === index);
}
