import { readFileSync } from 'node:fs';
import type { CleanFiles } from '../findings/clean-files.ts';
import type { Workspace } from '../project/workspace.ts';
import type { FileChange } from './diff.ts';
import type { Failure, ReadSource } from './read.ts';
import type { FoundSite } from './survey.ts';
import type { TrackerHome } from '../helper/home.ts';
import type { PlanOptions } from '../rewriting/plan-source.ts';
import type { FilePlan, Rewrite } from '../rewriting/rewrite.ts';
import { withMarkOf } from '../project/encoding.ts';
import { isTaken } from '../helper/home.ts';
import { planSource } from '../rewriting/plan-source.ts';
import { sentenceOf } from './exit.ts';
import { isFailure, readIfNeeded } from './read.ts';
import { foundSite } from './survey.ts';

/** The code of a skip that a comment in the user's code requests. */
export const OPTED_OUT = 'opted-out';

/** The outcome for a file. */
export type Outcome = 'changed' | 'clean' | 'needsPerson' | 'failed';

/** A finding, and what is done with it. */
export interface PlannedSite extends FoundSite {
  /** The offset of the launch in the file's text. */
  readonly offset: number;
  /** The remedy of a rewrite, or the code of a skip. */
  readonly code: string;
  /** Empty for a rewrite that needs no remark. */
  readonly reason: string;
  /** The task's name as written in the code, if the rewrite creates a task. */
  readonly task?: string;
}

/** The plan for one file, without its tree, so that a worker can send it to the command. */
export interface PlannedFile {
  readonly path: string;
  readonly outcome: Outcome;
  readonly change?: FileChange;
  /** The helper that the change needs. */
  readonly home?: TrackerHome;
  /** The specifier of its import. */
  readonly specifier?: string;
  /** The helper's path, if another file is there. */
  readonly taken?: string;
  readonly rewrites: readonly PlannedSite[];
  readonly skips: readonly PlannedSite[];
  readonly failure?: Failure;
}

/** The plan for a file that loses nothing. */
export function cleanFile(path: string): PlannedFile {
  return { path, outcome: 'clean', rewrites: [], skips: [] };
}

/**
 * Plans one file. A file that cannot be read or analyzed is a failure; it does not end the run.
 *
 * @param cleanFiles - records which files are known to be clean; see `inspect`
 */
export function planFileAt(
  path: string,
  workspace: Workspace,
  options: PlanOptions,
  read: ReadSource,
  cleanFiles?: CleanFiles,
): PlannedFile {
  const source = readIfNeeded(path, read, cleanFiles, workspace);
  if (source === undefined) return cleanFile(path);
  if (isFailure(source)) return failed(source);
  try {
    return plannedFile(path, planSource(source, workspace, options, cleanFiles), workspace);
  } catch (error) {
    return failed({
      path,
      reason: `The analysis of the file stopped: ${sentenceOf(error)}. Please report it with the file.`,
    });
  }
}

function failed(failure: Failure): PlannedFile {
  return { path: failure.path, outcome: 'failed', rewrites: [], skips: [], failure };
}

function plannedFile(
  path: string,
  { plan, home, specifier }: ReturnType<typeof planSource>,
  workspace: Workspace,
): PlannedFile {
  const skips = plan.skips.map(({ finding, code, reason }) => plannedSite(plan, finding, code, reason));
  const isChanged = plan.edits.length > 0;
  const before = isChanged ? readFileSync(path, 'utf8') : '';
  return {
    path,
    outcome: isChanged ? 'changed' : skips.some(({ code }) => code !== OPTED_OUT) ? 'needsPerson' : 'clean',
    rewrites: plan.rewrites.map(({ finding, remedy, note, edits }) =>
      plannedSite(plan, finding, remedy, note ?? '', edits),
    ),
    skips,
    ...(isChanged && { change: { path, before, after: withMarkOf(before, plan.output) } }),
    ...(specifier !== undefined && { specifier }),
    ...(home !== undefined && { home, ...(isTaken(home, workspace) && { taken: home.path }) }),
  };
}

function plannedSite(
  { source }: FilePlan,
  finding: FilePlan['skips'][number]['finding'],
  code: string,
  reason: string,
  edits?: Rewrite['edits'],
): PlannedSite {
  const task = edits === undefined || code !== 'fire-task' ? undefined : taskNameIn(edits);
  return {
    ...foundSite(finding, source, edits),
    offset: finding.launch.range[0],
    code,
    reason,
    ...(task !== undefined && { task }),
  };
}

/** The name is the last argument of the helper call: `, 'send')`, `` }, `send:${id}`); ``. */
function taskNameIn(edits: Rewrite['edits']): string | undefined {
  const closing = edits.map(({ text }) => /, (['"`])((?:[^\\\n]|\\.)+)\1\)[;\s})]*$/.exec(text)?.[2]);
  return closing.find((name) => name !== undefined);
}
