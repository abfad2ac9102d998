import { join } from 'node:path';
import type { Source } from '../syntax/source.ts';
import type { Group } from '../project/groups.ts';
import type { Fits } from '../project/mention-answers.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Evaluation } from './evaluation.ts';
import { filesFitting } from '../project/mentions.ts';
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
 * @param fits - what else the text contains; tested before anything is parsed
 */
export function sourcesMentioning(
  word: string,
  fits: Fits,
  from: Source,
  evaluation: Evaluation,
  most = MOST_FILES,
): Source[] {
  return sourcesAt(pathsNear(word, fits, from, evaluation, most), from, evaluation);
}

/** The texts of the same files, which aren't parsed for it. */
export function textsMentioning(word: string, fits: Fits, from: Source, evaluation: Evaluation): string[] {
  const { files } = evaluation.workspace;
  return pathsNear(word, fits, from, evaluation, MOST_FILES).flatMap((path) => files.textAt(path) ?? []);
}

/** Whether there are such files. */
export function isMentioned(word: string, fits: Fits, from: Source, evaluation: Evaluation): boolean {
  return pathsNear(word, fits, from, evaluation, MOST_FILES).length > 0;
}

function pathsNear(word: string, fits: Fits, from: Source, evaluation: Evaluation, most: number): readonly string[] {
  const own = pathsIn('own', word, fits, from, evaluation);
  if (own.length > most) return [];
  const others = pathsIn('around', word, fits, from, evaluation);
  return own.length + others.length > most ? own : [...own, ...others];
}

/** The same in two lists: for the asking file's own package, and for the packages around it. */
export function sourcesByPackage(
  word: string,
  fits: Fits,
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
export function pathsMentioning(word: string, fits: Fits, from: Source, evaluation: Evaluation): readonly string[] {
  return pathsIn('own', word, fits, from, evaluation);
}

/** The asking file depends on which files are found, but not on their texts. */
function pathsIn(where: Where, word: string, fits: Fits, from: Source, evaluation: Evaluation): readonly string[] {
  const { workspace } = evaluation;
  const { root } = workspace.packages.of(from.path);
  if (where === 'own') return filesFitting(workspace, root, word, fits);
  return rootsAround(root, evaluation).flatMap((each) => filesFitting(workspace, each, word, fits));
}

/** The sources of files that were found for another one. */
export function sourcesAt(paths: readonly string[], from: Source, { workspace }: Evaluation): Source[] {
  return paths.flatMap((path) => {
    const source = path === from.path ? from : workspace.files.followed(path);
    return source === undefined ? [] : [source];
  });
}

/** By group, then by the root of a package. Every search around a package asks for them. */
const aroundOf = perWorkspace(() => new WeakMap<Group, Map<string, readonly string[]>>());

/** The roots of the workspace packages that the one at `root` depends on, or that depend on it. */
function rootsAround(root: string, { workspace }: Evaluation): readonly string[] {
  const group = workspace.groups.of(join(root, 'package.json'));
  const known = aroundOf(workspace);
  const byRoot = known.get(group) ?? new Map<string, readonly string[]>();
  known.set(group, byRoot);
  const roots = byRoot.get(root) ?? findRootsAround(root, group, workspace);
  byRoot.set(root, roots);
  return roots;
}

function findRootsAround(root: string, { byName, packages: all }: Group, { packages }: Workspace): readonly string[] {
  const { name, dependencies } = packages.of(join(root, 'package.json')).manifest;
  const used = [...dependencies].flatMap((each) => byName.get(each)?.root ?? []);
  const users =
    name !== undefined && byName.has(name) ? all.filter((each) => each.manifest.dependencies.has(name)) : [];
  return [...new Set([...used, ...users.map((each) => each.root)])].filter((each) => each !== root);
}
