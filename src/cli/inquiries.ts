import type { Setup } from '../findings/setup.ts';
import type { Workspace } from '../project/workspace.ts';
import type { PlanOptions } from '../rewriting/plan-source.ts';
import type { AnalysisOf } from './analysis.ts';
import { CleanFiles } from '../findings/clean-files.ts';
import { setUp } from '../findings/setup.ts';

/** The setup for one set of options, with the clean files found so far. */
export interface Inquiry extends Setup {
  /** Undefined if every file must be searched on its own. */
  readonly cleanFiles?: CleanFiles;
}

export type InquiryOf = (options: PlanOptions) => Inquiry;

/**
 * Creates one inquiry per set of options, identified by the options object.
 *
 * @param judgesEarly - whether functions are judged while the call graph is built, so that files that lose nothing need
 *   not be parsed again. Not for reports that list unresolved calls, for typed runs (types know more), or for a few
 *   files of a package.
 * @param analysisOf - used to judge each file only with its own options
 */
export function createInquiries(workspace: Workspace, judgesEarly: boolean, analysisOf: AnalysisOf): InquiryOf {
  const known = new Map<PlanOptions, Inquiry>();
  return (planOptions) => {
    const inquiry = known.get(planOptions) ?? create();
    known.set(planOptions, inquiry);
    return inquiry;

    function create(): Inquiry {
      const { rule, settings } = planOptions;
      const setup = setUp(workspace, rule, settings);
      const { options, evaluation } = setup;
      const isAsked = (path: string): boolean => analysisOf(path) === planOptions;
      return { ...setup, ...(judgesEarly && { cleanFiles: new CleanFiles(options, evaluation, isAsked) }) };
    }
  };
}

/** Whether `files` are at least half of their packages' files, so that judging whole packages rarely wastes work. */
export function areMost(files: readonly string[], { listings, packages }: Workspace): boolean {
  const roots = new Set(files.map((path) => packages.of(path).root));
  const all = [...roots].reduce((sum, root) => sum + listings.filesOf(root).size, 0);
  return 2 * files.length >= all;
}
