import type { Found } from '../project/changes.ts';
import type { ReadingAt, ReadingsToSave } from '../project/saved-readings.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionKey } from '../reach/index.ts';
import type { Options } from './options.ts';
import { recognitionOf } from '../handlers/evaluation.ts';
import { refreshAllDecorations } from '../handlers/package-decorations.ts';
import { refreshAllMentions } from '../project/mentions.ts';
import { perWorkspace } from '../project/workspace.ts';
import { catalogsOf } from './setup.ts';

/** The name under which all functions of a file are noted at once. */
export const EVERY_FUNCTION = '*';

/** By what the judgement depends on, as a text. */
const ownedBy = perWorkspace(() => new Map<string, OwnedFunctions>());

/** The functions known to lose nothing, with these options and settings. Returns the same object each time. */
export function ownedFunctionsOf(evaluation: Evaluation, options: Options): OwnedFunctions {
  const { workspace, catalog } = evaluation;
  refresh(evaluation);
  return ownedAs(JSON.stringify([options, catalogsOf(workspace).textOf(catalog)]), workspace);
}

const refreshedAt = perWorkspace(() => ({ generation: -1 }));

/** Makes judgements invalid that depend on a file that has changed, or on a text search whose answer has. */
function refresh(evaluation: Evaluation): void {
  const { changes, files } = evaluation.workspace;
  const refreshed = refreshedAt(evaluation.workspace);
  if (!files.checkAll() && refreshed.generation === changes.generation) return;
  refreshAllDecorations(recognitionOf(evaluation));
  refreshAllMentions(evaluation.workspace);
  refreshed.generation = changes.generation;
}

function ownedAs(name: string, workspace: Evaluation['workspace']): OwnedFunctions {
  const known = ownedBy(workspace);
  const owned = known.get(name) ?? new OwnedFunctions(workspace);
  known.set(name, owned);
  return owned;
}

/** Which functions lose no promise. Each answer is known until something changes that was read for it. */
export class OwnedFunctions {
  readonly #workspace: Evaluation['workspace'];
  /** By path, then by name. */
  readonly #byPath = new Map<string, Map<string, Found<boolean>>>();
  /** How many answers were added in this process. */
  added = 0;

  constructor(workspace: Evaluation['workspace']) {
    this.#workspace = workspace;
  }

  /** Whether a function is known to lose nothing. */
  has({ path, name }: FunctionKey): boolean {
    const known = this.#byPath.get(path)?.get(name);
    return known?.answer === true && this.#workspace.changes.holds(known);
  }

  /**
   * Whether a function loses nothing.
   *
   * @param judge - finds that out, if it isn't known
   */
  isOwned(key: FunctionKey, judge: () => boolean): boolean {
    return this.#workspace.changes.keptIn(this.#namesIn(key.path), key.name, () => {
      this.added += 1;
      return judge();
    });
  }

  saved(readings: ReadingsToSave): SavedFunctions {
    const { changes } = this.#workspace;
    return [...this.#byPath].map(([path, names]) => [
      path,
      [...names].flatMap(([name, found]) =>
        changes.holds(found) ? [[name, found.answer, readings.add(found.reading)] as const] : [],
      ),
    ]);
  }

  restore(saved: SavedFunctions, readingAt: ReadingAt): void {
    const { generation } = this.#workspace.changes;
    for (const [path, names] of saved) {
      const known = this.#namesIn(path);
      for (const [name, answer, reading] of names)
        if (!known.has(name)) known.set(name, { answer, reading: readingAt(reading), generation });
    }
  }

  #namesIn(path: string): Map<string, Found<boolean>> {
    const names = this.#byPath.get(path) ?? new Map<string, Found<boolean>>();
    this.#byPath.set(path, names);
    return names;
  }
}

/** By path: names, each with whether it loses nothing, and the number of the reading. */
type SavedFunctions = readonly (readonly [
  path: string,
  names: readonly (readonly [name: string, isOwned: boolean, reading: number])[],
])[];

/** All of them as plain data. */
export type SavedOwned = readonly (readonly [name: string, functions: SavedFunctions])[];

export function savedOwned({ workspace }: Evaluation, readings: ReadingsToSave): SavedOwned {
  return [...ownedBy(workspace)].map(([name, owned]) => [name, owned.saved(readings)]);
}

/** Takes over what an earlier process found, before changes since then are noted. */
export function restoreOwned(saved: SavedOwned, { workspace }: Evaluation, readingAt: ReadingAt): void {
  for (const [name, functions] of saved) ownedAs(name, workspace).restore(functions, readingAt);
}

/** How many functions were judged in this process. */
export function countOwned({ workspace }: Evaluation): number {
  return [...ownedBy(workspace).values()].reduce((sum, { added }) => sum + added, 0);
}
