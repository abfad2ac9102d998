import { readFileSync } from 'node:fs';
import type { FileChange } from './diff.ts';
import type { Failure } from './read.ts';
import type { PlanOptions } from '../rewriting/plan-source.ts';
import type { FilePlan } from '../rewriting/rewrite.ts';
import type { TrackerHome } from '../project/tracker-home.ts';
import { renderTracker } from '../rewriting/injection.ts';
import { planSource } from '../rewriting/plan-source.ts';
import { positionAt } from '../syntax/position.ts';
import { sentenceOf } from './exit.ts';
import { isFailure, readSource } from './read.ts';

/** A finding that was left, and why. */
export interface LeftSite {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly callee: string;
  readonly code: string;
  readonly reason: string;
}

/** All that a run would do. Every file is changed, clean, left for a person, or failed; the same object is shown and written. */
export interface Migration {
  readonly files: readonly string[];
  readonly plans: readonly FilePlan[];
  /** Files to write: helpers first, then the files that import them. */
  readonly changes: readonly FileChange[];
  /** Findings whose owner said that they are meant. */
  readonly optedOut: readonly LeftSite[];
  readonly needsPerson: readonly LeftSite[];
  readonly notes: readonly LeftSite[];
  readonly failures: readonly Failure[];
}

export function planMigration(files: readonly string[], options: PlanOptions): Migration {
  const plans: FilePlan[] = [];
  const failures: Failure[] = [];
  const changes: FileChange[] = [];
  const helpers = new Map<string, TrackerHome>();
  for (const path of files) {
    const source = readSource(path);
    if (isFailure(source)) {
      failures.push(source);
      continue;
    }
    try {
      const { plan, home } = planSource(source, options);
      plans.push(plan);
      if (plan.edits.length === 0) continue;
      const before = readFileSync(path, 'utf8');
      changes.push({ path, before, after: before.startsWith('\uFEFF') ? `\uFEFF${plan.output}` : plan.output });
      if (!home.exists && plan.rewrites.some(({ tracked }) => tracked)) helpers.set(home.path, home);
    } catch (error) {
      failures.push({ path, reason: `The analysis of the file stopped: ${sentenceOf(error)}. Please report it with the file.` });
    }
  }
  const left = plans.flatMap((plan) => plan.skips.map(({ finding, code, reason }) => siteOf(plan, finding, code, reason)));
  return {
    files,
    plans,
    changes: [...[...helpers.values()].map(({ path, form }) => ({ path, before: undefined, after: renderTracker(form) })), ...changes],
    optedOut: left.filter(({ code }) => code === 'opted-out'),
    needsPerson: left.filter(({ code }) => code !== 'opted-out'),
    notes: plans.flatMap((plan) => plan.rewrites.flatMap(({ finding, note }) => (note === undefined ? [] : [siteOf(plan, finding, 'note', note)]))),
    failures,
  };
}

function siteOf({ source }: FilePlan, { node, callee }: FilePlan['skips'][number]['finding'], code: string, reason: string): LeftSite {
  return { path: source.path, ...positionAt(source.text, node.range[0]), callee, code, reason };
}
