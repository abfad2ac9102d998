import type { UserOptions } from '../findings/options.ts';
import type { TrackerHome, TrackerOptions } from '../project/tracker-home.ts';
import type { Source } from '../syntax/source.ts';
import type { NameStyle } from './options.ts';
import type { FilePlan } from './rewrite.ts';
import { findUntracked } from '../findings/find-untracked.ts';
import { completeOptions } from '../findings/options.ts';
import { packageOf } from '../project/package.ts';
import { trackerHome } from '../project/tracker-home.ts';
import { trackerReference } from '../project/tracker-reference.ts';
import { DEFAULT_NAMES } from './options.ts';
import { planFile } from './plan.ts';

/** What the codemod may be told. */
export interface PlanOptions extends UserOptions, TrackerOptions {
  readonly names?: NameStyle;
}

/** The plan for one file, and where its package keeps the tracker. The codemod and the command line both come here. */
export function planSource(source: Source, { names = DEFAULT_NAMES, helper, flavour, ...options }: PlanOptions): { plan: FilePlan; home: TrackerHome } {
  const home = trackerHome(packageOf(source.path), { ...(helper !== undefined && { helper }), ...(flavour !== undefined && { flavour }) });
  // The tracker is not to track itself.
  const findings = source.path === home.path ? [] : findUntracked(source, completeOptions(options));
  if (findings.length === 0) return { plan: { source, rewrites: [], skips: [], edits: [], output: source.text }, home };
  return { plan: planFile(source, findings, { tracker: trackerReference(home, source), names }), home };
}
