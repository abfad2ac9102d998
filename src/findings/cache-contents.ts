import type { SavedChanges } from '../project/changes.ts';
import type { SavedMentions } from '../project/mentions.ts';
import type { SavedResolutions } from '../project/resolve.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Inputs } from './inputs.ts';
import type { SavedOwned } from './owned-functions.ts';
import { recognitionOf } from '../handlers/evaluation.ts';
import { restoreMounts, savedMounts } from '../handlers/mounts.ts';
import { restoreAnswers, savedAnswers } from '../handlers/prefilter-answers.ts';
import { refreshAllDecorations, restoreDecorations, savedDecorations } from '../handlers/package-decorations.ts';
import { refreshAllMentions, restoreMentions, savedMentions } from '../project/mentions.ts';
import { restoreSummaries, savedSummaries } from '../reach/index.ts';
import { differencesFrom, inputsOf } from './inputs.ts';
import { restoreOwned, savedOwned } from './owned-functions.ts';

/** What a cache file contains: everything that later processes need in order not to read unchanged code again. */
export interface Contents extends Inputs {
  readonly resolutions: SavedResolutions;
  readonly changes: SavedChanges;
  readonly mentions: SavedMentions;
  readonly prefilter: ReturnType<typeof savedAnswers>;
  readonly mounts: ReturnType<typeof savedMounts>;
  readonly decorations: ReturnType<typeof savedDecorations>;
  readonly summaries: ReturnType<typeof savedSummaries>;
  readonly owned: SavedOwned;
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
  const saved = {
    ...inputs,
    resolutions: evaluation.resolver.saved().filter(([from]) => files.textAt(from) !== undefined),
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

/** Takes over what is stored, unless it is outdated. Whatever files have changed is found out again. */
export function restoreContents(saved: Contents, root: string, evaluation: Evaluation): void {
  const differences = differencesFrom(saved, root, evaluation);
  if (differences === undefined) return;
  const { came, went, edited } = differences;
  const { workspace } = evaluation;
  const changed = new Set([...edited, ...came, ...went]);
  evaluation.resolver.restore(saved.resolutions);
  if (came.length + went.length > 0) for (const path of workspace.reviseResolutions()) changed.add(path);
  workspace.changes.restore(saved.changes);
  restoreSummaries(saved.summaries, evaluation);
  restoreOwned(saved.owned, evaluation);
  restoreMounts(saved.mounts, recognitionOf(evaluation));
  restoreDecorations(saved.decorations, recognitionOf(evaluation));
  restoreMentions(saved.mentions, changed, workspace);
  restoreAnswers(saved.prefilter, changed, recognitionOf(evaluation));
  for (const path of changed) workspace.changes.note(path);
}
