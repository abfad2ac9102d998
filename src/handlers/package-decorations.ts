import { join } from 'node:path';
import type { Lazy } from '../syntax/lazy.ts';
import type { ReadingAt, ReadingsToSave } from '../project/saved-readings.ts';
import type { Found } from '../project/changes.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Decorated, Decorations } from './decorations-in.ts';
import type { FoundInFiles, SavedInPackages } from './found-in-files.ts';
import { perText } from '../project/per-text.ts';
import { perWorkspace } from '../project/workspace.ts';
import { anyOf } from '../syntax/escape.ts';
import { lazy } from '../syntax/lazy.ts';
import { perEvaluation } from '../values/per-evaluation.ts';
import { decorationsIn } from './decorations-in.ts';
import { findInFiles, restoredInFiles, savedInPackages } from './found-in-files.ts';
import { refreshAllMounts, refreshMounts } from './mounts.ts';

/** The decorations of one package. */
export interface PackageDecorations {
  generation: number;
  files: ReadonlySet<string>;
  /** What each file decorates, of those that may decorate something. */
  readonly byFile: FoundInFiles<InFile>;
  readonly decorations: Lazy<Decorations>;
  readonly isEmpty: boolean;
}

interface InFile {
  /** Values have trees, so those of an earlier process are only computed if something asks for them. */
  readonly decorations: Lazy<Decorations>;
  readonly isEmpty: boolean;
}

/** By the root of the package. */
const knownBy = perEvaluation(() => new Map<string, PackageDecorations>());

/** The pseudo-path that dependencies on a package's decorations are recorded under. */
export function placeOfDecorations(root: string): string {
  return `${root}#decorations`;
}

/**
 * Checks whether the decorations of a package, and the mounts of its routers, have changed. Must run before anything
 * that depends on them is reused.
 */
export function refreshDecorations(root: string, evaluation: Evaluation): void {
  refreshMounts(root, evaluation);
  if (knownBy(evaluation).has(root)) packageDecorations(root, evaluation);
}

/** The same for all packages that were asked about. */
export function refreshAllDecorations(evaluation: Evaluation): void {
  refreshAllMounts(evaluation);
  for (const root of knownBy(evaluation).keys()) packageDecorations(root, evaluation);
}

/** Undefined if the package uses no framework whose objects can be decorated. Then its files aren't even listed. */
export function packageDecorations(root: string, evaluation: Evaluation): PackageDecorations | undefined {
  const { changes, listings } = evaluation.workspace;
  const mentions = mentionsFor(root, evaluation);
  if (mentions === undefined) return undefined;
  const files = listings.filesOf(root);
  const packages = knownBy(evaluation);
  const known = packages.get(root);
  if (known?.files === files && known.generation === changes.generation) return known;
  const generation = changes.generation;
  const byFile = findInFiles(
    () => [...files].filter((path) => mentions(path, evaluation.workspace)),
    known?.byFile,
    (path) => findIn(path, evaluation),
    changes,
  );
  if (known?.byFile.size === byFile.size && [...byFile].every(([path, found]) => known.byFile.get(path) === found)) {
    known.generation = generation;
    known.files = files;
    return known;
  }
  const found = { generation, files, ...decorationsOfAll(byFile) };
  packages.set(root, found);
  if (known !== undefined && !(known.isEmpty && found.isEmpty)) {
    changes.note(placeOfDecorations(root));
    // The files that decorate may ask for decorations, but decorations don't depend on the answers.
    if (changes.generation === generation + 1) found.generation = changes.generation;
  }
  return found;
}

function findIn(path: string, evaluation: Evaluation): InFile {
  const decorations = decorationsIn(path, evaluation);
  return { decorations: () => decorations, isEmpty: decorations.size === 0 };
}

function decorationsOfAll(
  byFile: PackageDecorations['byFile'],
): Pick<PackageDecorations, 'byFile' | 'decorations' | 'isEmpty'> {
  const some = [...byFile.values()].map(({ answer }) => answer).filter(({ isEmpty }) => !isEmpty);
  const decorations = lazy(() => {
    const all = new Map<string, Decorated[]>();
    for (const each of some)
      for (const [name, decorated] of each.decorations()) all.set(name, [...(all.get(name) ?? []), ...decorated]);
    return all;
  });
  return { byFile, decorations, isEmpty: some.length === 0 };
}

/** The files that may decorate something, as plain data: whether each decorates nothing. */
export function savedDecorations(evaluation: Evaluation, readings: ReadingsToSave): SavedInPackages<boolean> {
  return savedInPackages(knownBy(evaluation), ({ isEmpty }) => isEmpty, readings);
}

/**
 * Takes over what an earlier process found in the same files, before changes since then are noted. This also replaces
 * what this process found: the restored results depend on the former, and the next refresh notes the difference.
 */
export function restoreDecorations(
  saved: SavedInPackages<boolean>,
  evaluation: Evaluation,
  readingAt: ReadingAt,
): void {
  const { changes, listings } = evaluation.workspace;
  const { generation } = changes;
  const packages = knownBy(evaluation);
  const answerOf = (path: string, isEmpty: boolean): InFile => ({
    decorations: lazy(() => changes.reads.apart(() => decorationsIn(path, evaluation))),
    isEmpty,
  });
  for (const each of saved) {
    const [root] = each;
    const byFile = restoredInFiles(each, answerOf, readingAt, changes);
    packages.set(root, { generation, files: listings.filesOf(root), ...decorationsOfAll(byFile) });
  }
}

type Mentions = ReturnType<typeof perText<boolean>>;

/** By the words that are searched for. */
const mentionsBy = perWorkspace(() => new Map<string, Mentions>());
/** By the root of the package, because each file of it asks. */
const mentionsIn = perEvaluation(() => new Map<string, Found<Mentions | undefined>>());

/** Whether a file mentions a way to make decorations of frameworks that its package uses; undefined if there is none. */
function mentionsFor(root: string, evaluation: Evaluation): Mentions | undefined {
  const { changes } = evaluation.workspace;
  return changes.keptIn(mentionsIn(evaluation), root, () => findMentions(root, evaluation));
}

function findMentions(root: string, { catalog, workspace }: Evaluation): Mentions | undefined {
  const used = catalog.entries.filter(
    ({ decorations, packages }) =>
      decorations !== undefined && (packages.length === 0 || isUsed(packages, root, workspace)),
  );
  const words = used.flatMap(({ decorations = [] }) =>
    decorations.flatMap(({ methods = [], property = [] }) => [methods, property].flat()),
  );
  const mention = anyOf([...new Set(words)], (any) => `\\.${any}\\b`);
  if (mention === undefined) return undefined;
  const known = mentionsBy(workspace);
  const mentions = known.get(mention.source) ?? perText((text) => mention.test(text));
  known.set(mention.source, mentions);
  return mentions;
}

/** Whether a package depends on one of some modules, or on another package of its workspace that does. */
function isUsed(modules: readonly string[], root: string, { groups, packages }: Workspace): boolean {
  const depends = (at: string): boolean => packages.dependsOn(join(at, 'any.js'), modules);
  if (depends(root)) return true;
  const group = groups.of(join(root, 'any.js'));
  return group.packages.some((other) => depends(other.root) && group.dependentsOf(other.root).includes(root));
}
