import type { Surroundings } from '../project/cache/surroundings.ts';
import type { SavedChanges } from '../project/changes.ts';
import type { SavedFile } from '../project/file-entry.ts';
import type { Listing } from '../project/listing.ts';
import type { SavedMentions } from '../project/mentions.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { SavedOwned } from './owned-functions.ts';
import { forHandlers, recognitionOf } from '../handlers/evaluation.ts';
import { restoreMounts, savedMounts } from '../handlers/mounts.ts';
import { restoreAnswers, savedAnswers } from '../handlers/prefilter-answers.ts';
import { refreshAllDecorations, restoreDecorations, savedDecorations } from '../handlers/package-decorations.ts';
import { digestOf, readCache, writeCache } from '../project/cache/cache-file.ts';
import { cacheFileIn, hasCachePlace } from '../project/cache/place.ts';
import { surroundingsOf } from '../project/cache/surroundings.ts';
import { refreshAllMentions, restoreMentions, savedMentions } from '../project/mentions.ts';
import { perWorkspace } from '../project/workspace.ts';
import { countSummaries, restoreSummaries, savedSummaries } from '../reach/index.ts';
import { catalogsOf } from './setup.ts';
import { countOwned, restoreOwned, savedOwned } from './owned-functions.ts';

/** What a cache file contains: everything that later processes need in order not to read unchanged code again. */
interface Saved {
  /** See `surroundingsOf`. */
  readonly surroundings: string;
  /** The units of files, each with a digest of its file names. */
  readonly listings: readonly (readonly [unit: string, digest: string])[];
  readonly files: readonly SavedFile[];
  readonly changes: SavedChanges;
  readonly mentions: SavedMentions;
  readonly prefilter: ReturnType<typeof savedAnswers>;
  readonly mounts: ReturnType<typeof savedMounts>;
  readonly decorations: ReturnType<typeof savedDecorations>;
  readonly summaries: ReturnType<typeof savedSummaries>;
  readonly owned: SavedOwned;
}

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
  const saved = readCache(cache.file, root) as Saved | undefined;
  if (saved !== undefined && isCurrent(saved, root, shared)) restore(saved, shared);
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
    const saved = save(cache);
    if (saved === 'outdated') opened.set(key, undefined);
    if (saved === undefined || saved === 'outdated') continue;
    cache.added = added;
    writeCache(cache.file, cache.root, saved);
  }
}

/**
 * Everything to be stored; undefined if a file has just changed, so that a later try may succeed. It is outdated if a
 * settings file has changed since the process began: what is known may be from before that.
 */
function save({ root, evaluation }: Opened): Saved | 'outdated' | undefined {
  const { workspace } = evaluation;
  const { changes, files, listings } = workspace;
  // Otherwise, an answer about an earlier text of a file would be stored beside its present digest.
  refreshAllDecorations(recognitionOf(evaluation));
  refreshAllMentions(workspace);
  const { generation } = changes;
  const listed = listings.known();
  const { digest, changedAt } = around(
    root,
    listed.map(([unit]) => unit),
    evaluation,
  );
  if (changedAt > cachesOf(workspace).startedAt) return 'outdated';
  const saved = {
    surroundings: digest,
    listings: listed.map(([unit, listing]): [string, string] => [unit, digestOfListing(listing, root)]),
    files: files.saved(),
    changes: changes.saved(),
    mentions: savedMentions(workspace),
    prefilter: savedAnswers(recognitionOf(evaluation)),
    mounts: savedMounts(recognitionOf(evaluation)),
    decorations: savedDecorations(recognitionOf(evaluation)),
    summaries: savedSummaries(evaluation),
    owned: savedOwned(evaluation),
  };
  // A file has changed meanwhile.
  return changes.generation === generation ? saved : undefined;
}

/** Whether the packages have the same files as when a cache was written, and the same settings. */
function isCurrent({ surroundings, listings: saved }: Saved, root: string, evaluation: Evaluation): boolean {
  const { listings } = evaluation.workspace;
  const isSame = saved.every(([unit, digest]) => digestOfListing(listings.listingOf(unit), root) === digest);
  const units = saved.map(([unit]) => unit);
  return isSame && surroundings === around(root, units, evaluation).digest;
}

function around(root: string, units: readonly string[], { workspace, catalog }: Evaluation): Surroundings {
  const places = new Set(catalog.generated.flatMap(({ folders }) => folders));
  return surroundingsOf(root, units, [...places], workspace);
}

function restore(saved: Saved, evaluation: Evaluation): void {
  const { workspace } = evaluation;
  const { changes, files } = workspace;
  const changed = new Set(saved.files.filter((file) => !files.isAsSaved(file)).map(([path]) => path));
  changes.restore(saved.changes);
  restoreSummaries(saved.summaries, evaluation);
  restoreOwned(saved.owned, evaluation);
  restoreMounts(saved.mounts, recognitionOf(evaluation));
  restoreDecorations(saved.decorations, recognitionOf(evaluation));
  restoreMentions(saved.mentions, changed, workspace);
  restoreAnswers(saved.prefilter, changed, recognitionOf(evaluation));
  for (const path of changed) changes.note(path);
}

/** The number of results that this process has added. */
function amountAdded(evaluation: Evaluation): number {
  return countSummaries(evaluation).made + countOwned(evaluation);
}

function digestOfListing({ files, leftOut }: Listing, root: string): string {
  return digestOf([...files, '', ...leftOut.keys()].join('\n').replaceAll(root, ''));
}
