import type { Surroundings } from '../project/cache/surroundings.ts';
import type { SavedChanges } from '../project/changes.ts';
import type { SavedFile } from '../project/file-entry.ts';
import type { Comings } from '../project/comings.ts';
import type { SavedMentions } from '../project/mentions.ts';
import type { SavedResolutions } from '../project/resolve.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { SavedOwned } from './owned-functions.ts';
import { recognitionOf } from '../handlers/evaluation.ts';
import { restoreMounts, savedMounts } from '../handlers/mounts.ts';
import { restoreAnswers, savedAnswers } from '../handlers/prefilter-answers.ts';
import { refreshAllDecorations, restoreDecorations, savedDecorations } from '../handlers/package-decorations.ts';
import { surroundingsOf } from '../project/cache/surroundings.ts';
import { comingsSince } from '../project/comings.ts';
import { refreshAllMentions, restoreMentions, savedMentions } from '../project/mentions.ts';
import { restoreSummaries, savedSummaries } from '../reach/index.ts';
import { restoreOwned, savedOwned } from './owned-functions.ts';

/** What a cache file contains: everything that later processes need in order not to read unchanged code again. */
export interface Contents {
  /** See `surroundingsOf`. */
  readonly surroundings: string;
  readonly listings: readonly SavedListing[];
  readonly resolutions: SavedResolutions;
  readonly files: readonly SavedFile[];
  readonly changes: SavedChanges;
  readonly mentions: SavedMentions;
  readonly prefilter: ReturnType<typeof savedAnswers>;
  readonly mounts: ReturnType<typeof savedMounts>;
  readonly decorations: ReturnType<typeof savedDecorations>;
  readonly summaries: ReturnType<typeof savedSummaries>;
  readonly owned: SavedOwned;
}

/** A unit of files, and those left out of it. */
type SavedListing = readonly [unit: string, files: readonly string[], leftOut: readonly string[]];

/**
 * Everything to be stored; undefined if a file has just changed, so that a later try may succeed. It is outdated if a
 * settings file has changed since the process began: what is known may be from before that.
 *
 * @param root - the folder of all packages
 * @param since - when the process began, in milliseconds
 */
export function contentsFor(root: string, evaluation: Evaluation, since: number): Contents | 'outdated' | undefined {
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
  if (changedAt > since) return 'outdated';
  const saved = {
    surroundings: digest,
    listings: listed.map(([unit, { files: code, leftOut }]): SavedListing => [unit, [...code], [...leftOut.keys()]]),
    resolutions: evaluation.resolver.saved().filter(([from]) => files.textAt(from) !== undefined),
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

/**
 * The files that came and went since a cache was written; undefined if something else around the code has changed.
 */
function comingsIn(
  { surroundings, listings: saved }: Contents,
  root: string,
  evaluation: Evaluation,
): Comings | undefined {
  const { listings } = evaluation.workspace;
  const all = saved.map(([unit, files, leftOut]) =>
    comingsSince({ files: new Set(files), leftOut }, listings.listingOf(unit), unit),
  );
  const known = all.filter((each) => each !== undefined);
  const units = saved.map(([unit]) => unit);
  return known.length === all.length && surroundings === around(root, units, evaluation).digest
    ? { came: known.flatMap(({ came }) => came), went: known.flatMap(({ went }) => went) }
    : undefined;
}

function around(root: string, units: readonly string[], { workspace, catalog }: Evaluation): Surroundings {
  const places = new Set(catalog.generated.flatMap(({ folders }) => folders));
  return surroundingsOf(root, units, [...places], workspace);
}

/** Takes over what is stored, unless it is outdated. Whatever files have changed is found out again. */
export function restoreContents(saved: Contents, root: string, evaluation: Evaluation): void {
  const comings = comingsIn(saved, root, evaluation);
  if (comings === undefined) return;
  const { came, went } = comings;
  const { workspace } = evaluation;
  const { changes, files } = workspace;
  const changed = new Set([
    ...saved.files.filter((file) => !files.isAsSaved(file)).map(([path]) => path),
    ...came,
    ...went,
  ]);
  evaluation.resolver.restore(saved.resolutions);
  if (came.length + went.length > 0) for (const path of workspace.reviseResolutions()) changed.add(path);
  changes.restore(saved.changes);
  restoreSummaries(saved.summaries, evaluation);
  restoreOwned(saved.owned, evaluation);
  restoreMounts(saved.mounts, recognitionOf(evaluation));
  restoreDecorations(saved.decorations, recognitionOf(evaluation));
  restoreMentions(saved.mentions, changed, workspace);
  restoreAnswers(saved.prefilter, changed, recognitionOf(evaluation));
  for (const path of changed) changes.note(path);
}
