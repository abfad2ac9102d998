import type { Workspace } from '../project/workspace.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Contents } from './cache-contents.ts';
import type { Inputs } from './inputs.ts';
import { forHandlers } from '../handlers/evaluation.ts';
import { readCache, writeCache } from '../project/cache/cache-file.ts';
import { cacheFileIn, hasCachePlace } from '../project/cache/place.ts';
import { perWorkspace } from '../project/workspace.ts';
import { countSummaries } from '../reach/index.ts';
import { contentsFor, restoreContents } from './cache-contents.ts';
import { differencesFrom, inputsOf } from './inputs.ts';
import { catalogsOf } from './setup.ts';
import { countOwned } from './owned-functions.ts';

/** One group of packages, analyzed with one set of settings. */
interface Opened {
  readonly file: string;
  readonly root: string;
  readonly evaluation: Evaluation;
  /** How many results had been added when the cache was last read or written. */
  added: number;
}

interface Caches {
  isOn: boolean;
  startedAt: number;
  /** How many files were linted so far. */
  linted: number;
  /** By group and settings; undefined if there is no place for the cache, or if it can't be written any more. */
  readonly opened: Map<string, Opened | undefined>;
}

const cachesOf = perWorkspace((): Caches => ({ isOn: false, startedAt: 0, linted: 0, opened: new Map() }));

/** A cache is only written if this many results were added, plus one for every fifty known files. */
const WORTH_WRITING = 20;

/**
 * From now on, what is found out is read from and written to the caches of the analyzed packages, unless the environment
 * variable `FIRE_TASK_NO_CACHE` is set.
 */
export function turnOnCache(workspace: Workspace): void {
  const caches = cachesOf(workspace);
  caches.isOn = process.env['FIRE_TASK_NO_CACHE'] === undefined;
  caches.startedAt = Date.now();
}

/** Whether what is found out about some files is stored. */
export function keepsCache(paths: readonly string[], workspace: Workspace): boolean {
  if (!cachesOf(workspace).isOn) return false;
  return [...new Set(paths.map((path) => workspace.groups.of(path).root))].some(hasCachePlace);
}

/** Reading a cache takes longer than to look for losses in fewer files than this. */
const FEW_FILES = 20;

/** The same as `recall` if many files are linted, so that those that lose nothing need not be searched again. */
export function recallForMany(path: string, evaluation: Evaluation): void {
  const caches = cachesOf(evaluation.workspace);
  caches.linted += 1;
  if (caches.linted > FEW_FILES) recall(path, evaluation);
}

/**
 * Reads the cache for a file's packages, if there is one and it was not read before. Whatever has changed since it was
 * written is found out again.
 */
export function recall(path: string, evaluation: Evaluation): void {
  const { workspace, catalog } = evaluation;
  const { isOn, opened } = cachesOf(workspace);
  if (!isOn) return;
  const { root } = workspace.groups.of(path);
  const settings = catalogsOf(workspace).textOf(catalog.forHandlers);
  const key = `${root}\n${settings}`;
  if (opened.has(key)) return;
  const file = cacheFileIn(root, settings);
  const shared = forHandlers(evaluation);
  const cache = file === undefined ? undefined : { file, root, evaluation: shared, added: 0 };
  // First, because what follows may ask for more files of the same packages.
  opened.set(key, cache);
  if (cache === undefined) return;
  const saved = readCache(cache.file, root) as Contents | undefined;
  if (saved !== undefined) restoreContents(saved, root, shared);
  cache.added = amountAdded(shared);
}

/** Writes every cache that has become worth it. */
export function storeCaches(workspace: Workspace): void {
  const { isOn, opened } = cachesOf(workspace);
  if (!isOn || workspace.files.hasUnsaved) return;
  for (const [key, cache] of opened) {
    if (cache === undefined) continue;
    const added = amountAdded(cache.evaluation);
    const { known } = countSummaries(cache.evaluation);
    if (added - cache.added < WORTH_WRITING + known / 50 || !hasCachePlace(cache.root)) continue;
    const saved = contentsFor(cache.root, cache.evaluation, cachesOf(workspace).startedAt);
    if (saved === 'outdated') opened.set(key, undefined);
    if (saved === undefined || saved === 'outdated') continue;
    cache.added = added;
    writeCache(cache.file, cache.root, saved);
  }
}

/** Something that a process asks about one group of packages. */
export interface Question {
  /** Only the last answer under each name is stored. */
  readonly name: string;
  /** Everything that the answer depends on besides the code and what surrounds it. */
  readonly text: string;
  /** The folder of all packages. */
  readonly root: string;
  readonly evaluation: Evaluation;
}

interface StoredAnswer extends Inputs {
  readonly question: string;
  readonly answer: unknown;
}

/** The answer that an earlier process stored, if it asked the same, and nothing has changed since. */
export function storedAnswer({ name, text, root, evaluation }: Question): unknown {
  const file = answerFileOf(name, root, evaluation);
  const saved = file === undefined ? undefined : (readCache(file, root) as StoredAnswer | undefined);
  return saved?.question === text && differencesFrom(saved, root, evaluation)?.isSame === true
    ? saved.answer
    : undefined;
}

/** Stores an answer with everything that this process has read so far. */
export function storeAnswer({ name, text, root, evaluation }: Question, answer: unknown): void {
  const file = answerFileOf(name, root, evaluation);
  if (file === undefined) return;
  const inputs = inputsOf(root, evaluation, cachesOf(evaluation.workspace).startedAt);
  if (inputs !== 'outdated') writeCache(file, root, { ...inputs, question: text, answer });
}

function answerFileOf(name: string, root: string, { workspace, catalog }: Evaluation): string | undefined {
  const { isOn } = cachesOf(workspace);
  return isOn ? cacheFileIn(root, `${name}\n${catalogsOf(workspace).textOf(catalog.forHandlers)}`) : undefined;
}

/** The number of results that this process has added. */
function amountAdded(evaluation: Evaluation): number {
  return countSummaries(evaluation).made + countOwned(evaluation);
}
