import type { Entry, Store } from '../catalog/entry.ts';
import type { Found } from '../project/changes.ts';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Key, Value } from '../values/value.ts';
import type { Kept } from './store-writes.ts';
import { isBuiltinName } from '../values/builtin-names.ts';
import { isMentioned } from '../values/near.ts';
import { instanceOf } from '../values/results.ts';
import { unite } from '../values/unite.ts';
import { CALL, INSTANCE } from '../values/value.ts';
import { ofFrameworks } from './framework-objects.ts';
import { perFile } from './per-file.ts';
import { different, findKept, keeping, NOTHING, ownSteps } from './store-writes.ts';

/** A read of a store, and the steps from what it gives to a value. */
interface Read {
  readonly entry: Entry;
  readonly store: Store;
  readonly name: string;
  readonly steps: readonly string[];
}

/**
 * The values that an expression may have because the user's code kept them on a framework's objects: `send` of a mailer
 * in `req.app.get('mail').send`, after `app.set('mail', mailer)`.
 *
 * @param value - the value of the expression without this knowledge
 * @param evaluation - the evaluation that identifies handlers
 */
export function keptIn(value: Value | undefined, source: Source, evaluation: Evaluation): Kept {
  if (value?.kind !== 'parameter' && value?.kind !== 'external') return NOTHING;
  const entries = entriesUsed(source, evaluation);
  if (entries.length === 0) return NOTHING;
  // Who gives a parameter takes longer to find out than whether anything is kept under its name.
  if (
    value.kind === 'parameter' &&
    !entries.some((entry) =>
      readsAlong(entry, value.path, value.key).some((read) => mayBeKept(read, source, evaluation)),
    )
  )
    return NOTHING;
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

/** The frameworks with stores that a file's package uses. */
const entriesUsed = perFile(({ path }, { catalog, workspace }) =>
  catalog.entries.filter(
    ({ stores, packages }) => stores !== undefined && workspace.packages.dependsOn(path, packages),
  ),
);

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

/** Each file remembers its answers about reads by store and name, because it asks for each of its calls. */
function perRead<Answer>(
  find: (read: Read, source: Source, evaluation: Evaluation) => Answer,
  /** The answer to a query that leads back to itself. */
  meanwhile: Answer,
): typeof find {
  const answersOf = perFile(() => new Map<Store, Map<string, Found<Answer>>>());
  return (read, source, evaluation) => {
    const answers = answersOf(source, evaluation);
    const byName = answers.get(read.store) ?? new Map<string, Found<Answer>>();
    answers.set(read.store, byName);
    const { changes } = evaluation.workspace;
    return changes.keptIn(byName, read.name, () => find(read, source, evaluation), meanwhile);
  };
}

/** The values kept where a read looks. */
const keptUnder = perRead(findKept, NOTHING);

/** Whether a text near a file may keep something under the name that a read asks for. */
const mayBeKept = perRead<boolean>(({ name, store }, source, evaluation) => {
  const fits = keeping(name, store);
  return fits !== undefined && isMentioned(name, fits, source, evaluation);
}, false);

function along(from: Value, steps: readonly string[], evaluation: Evaluation): Value | undefined {
  return steps.reduce<Value | undefined>((value, step) => {
    if (value === undefined) return undefined;
    if (step === CALL) return evaluation.result(value);
    return step === INSTANCE ? instanceOf(value, evaluation) : evaluation.member(value, step);
  }, from);
}
