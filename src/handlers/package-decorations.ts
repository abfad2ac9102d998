import type { Catalog } from '../catalog/lookup.ts';
import type { Lazy } from '../syntax/lazy.ts';
import type { Found } from '../project/changes.ts';
import type { ReadingAt, ReadingsToSave } from '../project/saved-readings.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Decorated, Decorations } from './decorations-in.ts';
import { TextAnswers } from '../project/per-text.ts';
import { perWorkspace } from '../project/workspace.ts';
import { anyOf } from '../syntax/escape.ts';
import { lazy } from '../syntax/lazy.ts';
import { perEvaluation } from '../values/per-evaluation.ts';
import { decorationsIn } from './decorations-in.ts';
import { refreshAllMounts, refreshMounts } from './mounts.ts';

/** The decorations of one package. */
export interface PackageDecorations {
  generation: number;
  files: ReadonlySet<string>;
  /** What each file decorates, of those that may decorate something. */
  readonly byFile: ReadonlyMap<string, Found<InFile>>;
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

export function packageDecorations(root: string, evaluation: Evaluation): PackageDecorations {
  const { changes, listings } = evaluation.workspace;
  const files = listings.filesOf(root);
  const packages = knownBy(evaluation);
  const known = packages.get(root);
  if (known?.files === files && known.generation === changes.generation) return known;
  const generation = changes.generation;
  const byFile = changes.reads.apart(() => {
    const mentioning = [...files].filter((path) => mentions(path, evaluation));
    return new Map(
      mentioning.map((path) => {
        const before = known?.byFile.get(path);
        return [path, before !== undefined && changes.holds(before) ? before : findIn(path, evaluation)];
      }),
    );
  });
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

function findIn(path: string, evaluation: Evaluation): Found<InFile> {
  return evaluation.workspace.changes.find(() => {
    const decorations = decorationsIn(path, evaluation);
    return { decorations: lazy(() => decorations), isEmpty: decorations.size === 0 };
  });
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

/** By the root of a package: the files that may decorate something, and whether they decorate nothing. */
type SavedDecorations = readonly (readonly [
  root: string,
  inFiles: readonly (readonly [path: string, isEmpty: boolean, reading: number])[],
])[];

/** The decorated packages known so far, as plain data. */
export function savedDecorations(evaluation: Evaluation, readings: ReadingsToSave): SavedDecorations {
  return [...knownBy(evaluation)].map(([root, { byFile }]) => [
    root,
    [...byFile].map(([path, { answer, reading }]) => [path, answer.isEmpty, readings.add(reading)]),
  ]);
}

/**
 * Takes over what an earlier process found in the same files, before changes since then are noted. This also replaces
 * what this process found: the restored results depend on the former, and the next refresh notes the difference.
 */
export function restoreDecorations(saved: SavedDecorations, evaluation: Evaluation, readingAt: ReadingAt): void {
  const { changes, listings } = evaluation.workspace;
  const { generation } = changes;
  const packages = knownBy(evaluation);
  for (const [root, inFiles] of saved) {
    const byFile = new Map(
      inFiles.map(([path, isEmpty, reading]) => {
        const decorations = lazy(() => changes.reads.apart(() => decorationsIn(path, evaluation)));
        return [path, { answer: { decorations, isEmpty }, reading: readingAt(reading), generation }];
      }),
    );
    packages.set(root, { generation, files: listings.filesOf(root), ...decorationsOfAll(byFile) });
  }
}

interface Mentionings {
  readonly mention: RegExp | undefined;
  readonly answers: TextAnswers<boolean>;
}

const mentioningsOf = perWorkspace(() => new Map<Catalog, Mentionings>());

/** Whether the text of a file mentions a way to make decorations. */
function mentions(path: string, { workspace, catalog }: Evaluation): boolean {
  const mentionings = mentioningsOf(workspace);
  const known = mentionings.get(catalog) ?? { mention: mentionOf(catalog), answers: new TextAnswers<boolean>() };
  mentionings.set(catalog, known);
  const { mention, answers } = known;
  return answers.answer(path, workspace.files.textAt(path) ?? '', (text) => mention?.test(text) === true);
}

function mentionOf({ decorationsByMethod, decorationsByProperty }: Catalog): RegExp | undefined {
  return anyOf([...decorationsByMethod.keys(), ...decorationsByProperty.keys()], (any) => `\\.${any}\\b`);
}
