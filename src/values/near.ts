import { join } from 'node:path';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Workspace } from '../project/workspace.ts';
import { filesMentioning } from '../project/mentions.ts';
import { perWorkspace } from '../project/workspace.ts';

/** More files than this are not parsed for one question: what so many mention is no name of one thing. */
const MOST_FILES = 40;

const answersOf = perWorkspace(
  () => new Map<string, Map<string, { readonly text: string; readonly isFit: boolean }>>(),
);

/**
 * The files of the user's code in which a word stands and whose text fits, parsed; the one that asks depends on them.
 * Those of the package that asks; then, as long as it does not become too many, of those that it depends on and of those
 * that depend on it. None where there are too many.
 *
 * @param fits - what else their text must have in it; looked at before anything is parsed
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

/** The same in the package that asks alone, and in those around it alone. */
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
 * Whether the text of a file fits; the answer is kept with the text, as the same is asked for each method of a class.
 *
 * @param reader - the file for which it is asked, which a change of the text matters to
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

/** The roots of the packages of a workspace that the one of a file depends on, and that depend on it. */
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
