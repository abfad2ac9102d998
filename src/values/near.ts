import { join } from 'node:path';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Workspace } from '../project/workspace.ts';
import { filesMentioning, refreshMentions } from '../project/mentions.ts';
import { perWorkspace } from '../project/workspace.ts';

/** More files than this aren't parsed for one query. A word in that many files doesn't name one thing. */
const MOST_FILES = 40;

/** Where to search: in the package of a file, or in those around it. */
type Where = 'own' | 'around';

/**
 * The files of the user's code that mention a word and whose text fits, parsed. The asking file then depends on them.
 * They are the files of its package and, unless that is too many, those of the packages that it depends on or that
 * depend on it. None if its own package has too many.
 *
 * @param fits - what else the text must contain; tested before anything is parsed
 */
export function sourcesMentioning(
  word: string,
  fits: RegExp,
  from: Source,
  evaluation: Evaluation,
  most = MOST_FILES,
): Source[] {
  return sourcesAt(pathsNear(word, fits, from, evaluation, most), from, evaluation);
}

/** The texts of the same files, which aren't parsed for it. */
export function textsMentioning(word: string, fits: RegExp, from: Source, evaluation: Evaluation): string[] {
  const { files } = evaluation.workspace;
  return pathsNear(word, fits, from, evaluation, MOST_FILES).flatMap((path) => files.textAt(path) ?? []);
}

function pathsNear(word: string, fits: RegExp, from: Source, evaluation: Evaluation, most: number): readonly string[] {
  const own = pathsIn('own', word, fits, from, evaluation);
  if (own.length > most) return [];
  const others = pathsIn('around', word, fits, from, evaluation);
  return own.length + others.length > most ? own : [...own, ...others];
}

/** The same in two lists: for the asking file's own package, and for the packages around it. */
export function sourcesByPackage(
  word: string,
  fits: RegExp,
  from: Source,
  evaluation: Evaluation,
  most: number,
): readonly (() => Source[])[] {
  return (['own', 'around'] as const).map((where) => () => {
    const paths = pathsIn(where, word, fits, from, evaluation);
    return paths.length > most ? [] : sourcesAt(paths, from, evaluation);
  });
}

/** The files of the asking file's package that mention a word and whose text fits. */
export function pathsMentioning(word: string, fits: RegExp, from: Source, evaluation: Evaluation): readonly string[] {
  return pathsIn('own', word, fits, from, evaluation);
}

interface Search {
  readonly roots: readonly string[];
  readonly paths: readonly string[];
  generation: number;
  readonly foundAt: number;
}

/** How long texts are assumed to stay the same. */
const FRESH_MS = 500;

const searchesOf = perWorkspace(() => new Map<string, Search>());

/**
 * Results are kept, because each call of a method asks for the same. The asking file depends on the search, and the
 * search depends on everything that it looked at.
 */
function pathsIn(where: Where, word: string, fits: RegExp, from: Source, evaluation: Evaluation): readonly string[] {
  const { workspace } = evaluation;
  const { changes, freshness, packages } = workspace;
  const { root } = packages.of(from.path);
  const search = `${root}#${where} ${word} ${fits.source}`;
  changes.noteRead(from.path, search);
  const searches = searchesOf(workspace);
  const known = searches.get(search);
  if (known !== undefined && freshness.isFresh(known.foundAt, FRESH_MS) && isCurrent(known, search, workspace))
    return known.paths;
  const { generation } = changes;
  const roots = where === 'own' ? [root] : rootsAround(root, evaluation);
  const paths = roots
    .flatMap((each) => filesMentioning(workspace, each, word, search))
    .filter((path) => fitsText(path, fits, search, workspace));
  searches.set(search, { roots, paths, generation, foundAt: Date.now() });
  return paths;
}

/** Whether no text that the search looked at has changed, and no other text mentions the word by now. */
function isCurrent(known: Search, search: string, workspace: Workspace): boolean {
  const { changes } = workspace;
  if (known.generation === changes.generation) return true;
  for (const root of known.roots) refreshMentions(workspace, root);
  if (!changes.holdsSince(search, known.generation)) return false;
  known.generation = changes.generation;
  return true;
}

const answersOf = perWorkspace(
  () => new Map<string, Map<string, { readonly text: string; readonly isFit: boolean }>>(),
);

/** Whether the text of a file fits. Answers are kept per file, because an edit changes only one file's text. */
function fitsText(path: string, fits: RegExp, search: string, workspace: Workspace): boolean {
  workspace.changes.noteLook(search, path);
  const text = workspace.files.textAt(path);
  if (text === undefined) return false;
  const answers = answersOf(workspace);
  const known = answers.get(fits.source) ?? new Map<string, { readonly text: string; readonly isFit: boolean }>();
  answers.set(fits.source, known);
  const answer = known.get(path);
  if (answer?.text === text) return answer.isFit;
  const isFit = fits.test(text);
  known.set(path, { text, isFit });
  return isFit;
}

function sourcesAt(paths: readonly string[], from: Source, { workspace }: Evaluation): Source[] {
  return paths.flatMap((path) => {
    const source = path === from.path ? from : workspace.files.sourceLookedAt(from.path, path);
    return source === undefined ? [] : [source];
  });
}

/** The roots of the workspace packages that the one at `root` depends on, or that depend on it. */
function rootsAround(root: string, { workspace }: Evaluation): string[] {
  const { packages, groups } = workspace;
  const path = join(root, 'package.json');
  const { byName, packages: all } = groups.of(path);
  const { name, dependencies } = packages.of(path).manifest;
  const used = [...dependencies].flatMap((each) => byName.get(each)?.root ?? []);
  const users =
    name !== undefined && byName.has(name) ? all.filter((each) => each.manifest.dependencies.has(name)) : [];
  return [...new Set([...used, ...users.map((each) => each.root)])].filter((each) => each !== root);
}
