import { join } from 'node:path';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Workspace } from '../project/workspace.ts';
import { filesMentioning } from '../project/mentions.ts';
import { perWorkspace } from '../project/workspace.ts';

/** More files than this aren't parsed for one query. A word in that many files doesn't name one thing. */
const MOST_FILES = 40;

const answersOf = perWorkspace(
  () => new Map<string, Map<string, { readonly text: string; readonly isFit: boolean }>>(),
);

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
  const own = pathsIn([ownRoot(from, evaluation)], word, fits, from, evaluation);
  if (own.length > most) return [];
  const others = pathsIn(rootsAround(from, evaluation), word, fits, from, evaluation);
  return sourcesAt(own.length + others.length > most ? own : [...own, ...others], from, evaluation);
}

/** The same in two lists: for the asking file's own package, and for the packages around it. */
export function sourcesByPackage(
  word: string,
  fits: RegExp,
  from: Source,
  evaluation: Evaluation,
  most: number,
): readonly (() => Source[])[] {
  return [() => [ownRoot(from, evaluation)], () => rootsAround(from, evaluation)].map((roots) => () => {
    const paths = pathsIn(roots(), word, fits, from, evaluation);
    return paths.length > most ? [] : sourcesAt(paths, from, evaluation);
  });
}

function pathsIn(
  roots: readonly string[],
  word: string,
  fits: RegExp,
  from: Source,
  { workspace }: Evaluation,
): string[] {
  return roots
    .flatMap((root) => filesMentioning(workspace, root, word, from.path))
    .filter((path) => fitsText(path, fits, from, workspace));
}

/**
 * Whether the text of a file fits. The answer is kept with the text, because each method of a class asks the same.
 *
 * @param reader - the asking file, whose result depends on the text
 */
export function fitsText(path: string, fits: RegExp, reader: Source, workspace: Workspace): boolean {
  if (path !== reader.path) workspace.changes.noteLook(reader.path, path);
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

function ownRoot({ path }: Source, { workspace }: Evaluation): string {
  return workspace.packages.of(path).root;
}

/** The roots of the packages in the workspace that a file's package depends on, or that depend on it. */
function rootsAround({ path }: Source, { workspace }: Evaluation): string[] {
  const { packages, groups } = workspace;
  const { root, manifest } = packages.of(path);
  const { byName, packages: all } = groups.of(join(root, 'package.json'));
  const { name } = manifest;
  const used = [...manifest.dependencies].flatMap((each) => byName.get(each)?.root ?? []);
  const users =
    name !== undefined && byName.has(name) ? all.filter((each) => each.manifest.dependencies.has(name)) : [];
  return [...new Set([...used, ...users.map((each) => each.root)])].filter((each) => each !== root);
}
