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

interface Known {
  readonly generation: number;
  readonly names: Set<string>;
}

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

/** Functions whose calls lose no promise, by file. Valid until a file changes that the judgement depends on. */
export class OwnedFunctions {
  readonly #workspace: Evaluation['workspace'];
  readonly #byPath = new Map<string, Known>();
  /** How many were added in this process. */
  added = 0;

  constructor(workspace: Evaluation['workspace']) {
    this.#workspace = workspace;
  }

  has({ path, name }: FunctionKey): boolean {
    return this.#validAt(path)?.names.has(name) === true;
  }

  /** @param generation - the one in which the judgement began; see `Changes` */
  add({ path, name }: FunctionKey, generation: number): void {
    const { changes } = this.#workspace;
    if (!changes.holdsSince(path, generation)) return;
    const known = this.#validAt(path) ?? { generation, names: new Set() };
    this.#byPath.set(path, known);
    known.names.add(name);
    this.added += 1;
  }

  saved(): (readonly [path: string, names: readonly string[]])[] {
    return [...this.#byPath].flatMap(([path, { names }]) =>
      this.#validAt(path) === undefined ? [] : [[path, [...names]] as const],
    );
  }

  restore(saved: readonly (readonly [path: string, names: readonly string[]])[]): void {
    const { generation } = this.#workspace.changes;
    for (const [path, names] of saved)
      if (!this.#byPath.has(path)) this.#byPath.set(path, { generation, names: new Set(names) });
  }

  #validAt(path: string): Known | undefined {
    const known = this.#byPath.get(path);
    return known !== undefined && this.#workspace.changes.holdsSince(path, known.generation) ? known : undefined;
  }
}

/** All of them as plain data. */
export type SavedOwned = readonly (readonly [name: string, functions: ReturnType<OwnedFunctions['saved']>])[];

export function savedOwned({ workspace }: Evaluation): SavedOwned {
  return [...ownedBy(workspace)].map(([name, owned]) => [name, owned.saved()]);
}

/** Takes over what an earlier process found, before changes since then are noted. */
export function restoreOwned(saved: SavedOwned, { workspace }: Evaluation): void {
  for (const [name, functions] of saved) ownedAs(name, workspace).restore(functions);
}

/** How many functions were found to lose nothing in this process. */
export function countOwned({ workspace }: Evaluation): number {
  return [...ownedBy(workspace).values()].reduce((sum, { added }) => sum + added, 0);
}
