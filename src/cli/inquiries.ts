import type { Setup } from '../findings/setup.ts';
import type { Workspace } from '../project/workspace.ts';
import type { PlanOptions } from '../rewriting/plan-source.ts';
import type { AnalysisOf } from './analysis.ts';
import { CleanFiles } from '../findings/clean-files.ts';
import { setUp } from '../findings/setup.ts';

/** What is looked for under some options, and what was seen on the way. */
export interface Inquiry extends Setup {
  /** Undefined where each file is to be gone through by itself. */
  readonly cleanFiles?: CleanFiles;
}

export type InquiryOf = (options: PlanOptions) => Inquiry;

/**
 * One inquiry for each set of options, known by its object.
 *
 * @param judgesEarly - whether functions are judged while the call graph is made, so that files in which nothing is
 *   lost need not be parsed again; not where calls of which nothing is known are listed, nor with types, which know
 *   more, nor for a few files of a package
 * @param analysisOf - by which each file is judged with its own options alone
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

/**
 * Whether files are most of the packages that hold them, so that what is seen of a package is hardly ever for nothing.
 */
export function areMost(files: readonly string[], { listings, packages }: Workspace): boolean {
  const roots = new Set(files.map((path) => packages.of(path).root));
  const all = [...roots].reduce((sum, root) => sum + listings.filesOf(root).size, 0);
  return 2 * files.length >= all;
}
