import { readFileSync } from 'node:fs';
import type { FileChange } from './diff.ts';
import type { Failure } from './read.ts';
import type { FoundSite } from './survey.ts';
import type { PlanOptions } from '../rewriting/plan-source.ts';
import type { TrackerHome } from '../project/tracker-home.ts';
import { withMarkOf } from '../project/encoding.ts';
import { isTaken } from '../project/tracker-home.ts';
import { renderTracker } from '../project/tracker-injection.ts';
import { planSource } from '../rewriting/plan-source.ts';
import { CannotRun, sentenceOf } from './exit.ts';
import { isFailure, readSource } from './read.ts';
import { foundSite } from './survey.ts';

/** The code of the skip that its owner asked for. */
const OPTED_OUT = 'opted-out';

/** What became of a file. */
export type Outcome = 'changed' | 'clean' | 'needsPerson' | 'failed';

/** A finding, and what becomes of it. */
export interface PlannedSite extends FoundSite {
  /** Of a rewrite its remedy, of a skip its code. */
  readonly code: string;
  /** Empty for a rewrite of which nothing need be known. */
  readonly reason: string;
}

/** All that a run would do; the same object is shown and written. */
export interface Migration {
  /** Each file of the run has exactly one outcome. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Files to write: helpers first, then the files that import them. */
  readonly changes: readonly FileChange[];
  readonly rewrites: readonly PlannedSite[];
  /** Findings whose owner said that they are meant. */
  readonly optedOut: readonly PlannedSite[];
  readonly needsPerson: readonly PlannedSite[];
  readonly failures: readonly Failure[];
  /** Whether some file waits for the tasks at shutdown already. */
  readonly drains: boolean;
}

/**
 * Plans every file, and goes on past those that fail.
 *
 * @throws {CannotRun} when the place of a helper is taken by another file, or a file is lost from the books
 */
export function planMigration(files: readonly string[], options: PlanOptions): Migration {
  const outcomes = new Map<string, Outcome>();
  const changes: FileChange[] = [];
  const rewrites: PlannedSite[] = [];
  const skips: PlannedSite[] = [];
  const failures: Failure[] = [];
  const helpers = new Map<string, TrackerHome>();
  let drains = false;
  for (const path of files) {
    const planned = planAt(path, options);
    if (isFailure(planned)) {
      failures.push(planned);
      outcomes.set(path, 'failed');
      continue;
    }
    const { plan, home } = planned;
    drains ||= path !== home.path && /\bdrain(?:OnShutdown|Tasks)\b/.test(plan.source.text);
    rewrites.push(...plan.rewrites.map(({ finding, remedy, note, edits }) => ({ ...foundSite(finding, plan.source, edits), code: remedy, reason: note ?? '' })));
    const left = plan.skips.map(({ finding, code, reason }) => ({ ...foundSite(finding, plan.source), code, reason }));
    skips.push(...left);
    outcomes.set(path, plan.edits.length > 0 ? 'changed' : left.some(({ code }) => code !== OPTED_OUT) ? 'needsPerson' : 'clean');
    if (plan.edits.length === 0) continue;
    const before = readFileSync(path, 'utf8');
    changes.push({ path, before, after: withMarkOf(before, plan.output) });
    if (!plan.rewrites.some(({ tracked }) => tracked)) continue;
    if (isTaken(home)) throw new CannotRun(`${home.path} is another file, which exports no fireTask; nothing was changed. Rename it, or name another place with --helper.`);
    if (!home.exists) helpers.set(home.path, home);
  }
  refuseLostFiles(files, outcomes);
  return {
    outcomes,
    changes: [...[...helpers.values()].map(({ path, form, flavour }) => ({ path, before: undefined, after: renderTracker(form, flavour) })), ...changes],
    rewrites,
    optedOut: skips.filter(({ code }) => code === OPTED_OUT),
    needsPerson: skips.filter(({ code }) => code !== OPTED_OUT),
    failures,
    drains,
  };
}

function planAt(path: string, options: PlanOptions): ReturnType<typeof planSource> | Failure {
  const source = readSource(path);
  if (isFailure(source)) return source;
  try {
    return planSource(source, options);
  } catch (error) {
    return { path, reason: `The analysis of the file stopped: ${sentenceOf(error)}. Please report it with the file.` };
  }
}

/** A file that silently goes missing would count as migrated. */
function refuseLostFiles(files: readonly string[], outcomes: ReadonlyMap<string, Outcome>): void {
  const lost = files.filter((path) => !outcomes.has(path));
  if (lost.length > 0 || outcomes.size !== files.length) {
    throw new CannotRun(`${files.length} files were found and ${outcomes.size} accounted for; nothing was changed. Please report it. Missing: ${lost.join(', ')}`);
  }
}
