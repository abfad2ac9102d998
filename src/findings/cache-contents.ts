import type { SavedMentions } from '../project/mentions.ts';
import type { SavedResolutions } from '../project/resolve.ts';
import type { SavedReadings } from '../project/saved-readings.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Inputs } from './inputs.ts';
import type { SavedOwned } from './owned-functions.ts';
import { recognitionOf } from '../handlers/evaluation.ts';
import { restoreMounts, savedMounts } from '../handlers/mounts.ts';
import { restoreAnswers, savedAnswers } from '../handlers/prefilter-answers.ts';
import { refreshAllDecorations, restoreDecorations, savedDecorations } from '../handlers/package-decorations.ts';
import { ReadingsToSave, restoredReadings } from '../project/saved-readings.ts';
import { placesChanged } from '../project/comings.ts';
import { refreshAllMentions, restoreMentions, savedMentions } from '../project/mentions.ts';
import { restoreSummaries, savedSummaries } from '../reach/index.ts';
import { differencesFrom, inputsOf } from './inputs.ts';
import { restoreOwned, savedOwned } from './owned-functions.ts';

/** What a cache file contains: everything that later processes need in order not to read unchanged code again. */
export interface Contents extends Inputs {
  readonly resolutions: SavedResolutions;
  readonly mentions: SavedMentions;
  readonly prefilter: ReturnType<typeof savedAnswers>;
  readonly mounts: ReturnType<typeof savedMounts>;
  readonly decorations: ReturnType<typeof savedDecorations>;
  readonly summaries: ReturnType<typeof savedSummaries>;
  readonly owned: SavedOwned;
  /** What all of these were found in. */
  readonly readings: SavedReadings;
}

/**
 * Everything to be stored; undefined if a file has just changed, so that a later try may succeed. It is outdated if a
 * settings file has changed since the process began: what is known may be from before that.
 *
 * @param root - the folder of all packages
 * @param since - when the process began, in milliseconds
 */
export function contentsFor(root: string, evaluation: Evaluation, since: number): Contents | 'outdated' | undefined {
  const { workspace } = evaluation;
  const { changes, files } = workspace;
  // Otherwise, an answer about an earlier text of a file would be stored beside its present digest.
  refreshAllDecorations(recognitionOf(evaluation));
  refreshAllMentions(workspace);
  const { generation } = changes;
  const inputs = inputsOf(root, evaluation, since);
  if (inputs === 'outdated') return inputs;
  const readings = new ReadingsToSave(changes);
  const saved = {
    ...inputs,
    resolutions: evaluation.resolver.saved().filter(([from]) => files.textAt(from) !== undefined),
    mentions: savedMentions(workspace),
    prefilter: savedAnswers(recognitionOf(evaluation)),
    mounts: savedMounts(recognitionOf(evaluation), readings),
    decorations: savedDecorations(recognitionOf(evaluation), readings),
    summaries: savedSummaries(evaluation, readings),
    owned: savedOwned(evaluation, readings),
  };
  // A file has changed meanwhile.
  return changes.generation === generation ? { ...saved, readings: readings.saved() } : undefined;
}

/** Takes over what is stored, unless it is outdated. Whatever files have changed is found out again. */
export function restoreContents(saved: Contents, root: string, evaluation: Evaluation): void {
  const differences = differencesFrom(saved, root, evaluation);
  if (differences === undefined) return;
  const { came, went, edited, hasOthers } = differences;
  const { workspace } = evaluation;
  const changed = new Set([...edited, ...came, ...went]);
  evaluation.resolver.restore(saved.resolutions);
  if (came.length + went.length > 0 || hasOthers) for (const path of workspace.reviseResolutions()) changed.add(path);
  const readingAt = restoredReadings(saved.readings);
  restoreSummaries(saved.summaries, evaluation, readingAt);
  restoreOwned(saved.owned, evaluation, readingAt);
  restoreMounts(saved.mounts, recognitionOf(evaluation), readingAt);
  restoreDecorations(saved.decorations, recognitionOf(evaluation), readingAt);
  restoreMentions(saved.mentions, changed, workspace);
  restoreAnswers(saved.prefilter, changed, recognitionOf(evaluation));
  const units = saved.listings.map(([unit]) => unit);
  for (const place of [...changed, ...placesChanged(units, differences)]) workspace.changes.note(place);
}
