import type { CleanFiles } from '../findings/clean-files.ts';
import type { Workspace } from '../project/workspace.ts';
import type { UserOptions } from '../findings/options.ts';
import type { TrackerHome, TrackerOptions } from '../helper/home.ts';
import type { Source } from '../syntax/source.ts';
import type { NameStyle } from './name-style.ts';
import type { RewriteOptions } from './options.ts';
import type { FilePlan } from './rewrite.ts';
import { findUntracked } from '../findings/find-untracked.ts';
import { setUp } from '../findings/setup.ts';
import { DEFAULT_NAMES } from './name-style.ts';
import { withoutDoubts } from './doubts.ts';
import { planFile } from './plan.ts';
import { trackerFor } from './tracker-for.ts';

/** The codemod's options: those of the rule, and where the helper goes. */
export interface PlanOptions extends TrackerOptions {
  readonly rule?: UserOptions;
  readonly names?: NameStyle;
  readonly accepts?: RewriteOptions['accepts'];
  readonly awaitGuards?: boolean;
  /** The value of `settings['fire-task']` in an ESLint configuration. */
  readonly settings?: unknown;
}

/** A plan, and the helper that it needs: undefined if it needs none, or if the tracker is the user's own. */
export interface SourcePlan {
  readonly plan: FilePlan;
  readonly home?: TrackerHome;
  /** The specifier by which the new text imports the tracker, if a rewrite calls it. */
  readonly specifier?: string;
}

/**
 * Plans one file, for both the codemod and the command line.
 *
 * @param cleanFiles - see `inspect`
 */
export function planSource(
  source: Source,
  workspace: Workspace,
  { names = DEFAULT_NAMES, accepts, awaitGuards = false, rule, settings, ...asked }: PlanOptions,
  cleanFiles?: CleanFiles,
): SourcePlan {
  const { options, evaluation } = setUp(workspace, rule, settings);
  const findings = findUntracked(source, options, evaluation, cleanFiles);
  const nothing: SourcePlan = { plan: { source, rewrites: [], skips: [], edits: [], output: source.text } };
  if (findings.length === 0) return nothing;
  const { reference, path, home } = trackerFor(source, workspace, options.tracker, asked);
  // The tracker must not track itself.
  if (source.path === path) return nothing;
  const tracker = reference();
  const plan = withoutDoubts(
    planFile(source, findings, { tracker, names, evaluation, awaitGuards, ...(accepts !== undefined && { accepts }) }),
    { options, evaluation },
  );
  const imports = plan.rewrites.some(({ tracked }) => tracked);
  return { plan, ...(imports && { specifier: tracker.specifier }), ...(home !== undefined && imports && { home }) };
}
