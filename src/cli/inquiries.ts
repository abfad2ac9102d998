import type { Setup } from '../findings/setup.ts';
import type { PlanOptions } from '../rewriting/plan-source.ts';
import { FirstLook } from '../findings/first-look.ts';
import { setUp } from '../findings/setup.ts';
import { packageFiles } from '../project/listing.ts';
import { packageOf } from '../project/package.ts';

/** What is looked for under some options, and what was seen on the way. */
export interface Inquiry extends Setup {
  /** Undefined where each file is to be gone through by itself. */
  readonly firstLook?: FirstLook;
}

export type InquiryOf = (options: PlanOptions) => Inquiry;

/**
 * One inquiry for each set of options, known by its object.
 *
 * @param looksFirst - whether functions are looked at while the call graph is made, so that files in which nothing is
 *   lost need not be parsed again;
 *   not where calls of which nothing is known are listed, nor with types, which know more, nor for a few files of a
 * package
 */
export function createInquiries(looksFirst: boolean): InquiryOf {
  const known = new Map<PlanOptions, Inquiry>();
  return (planOptions) => {
    const inquiry = known.get(planOptions) ?? create(planOptions, looksFirst);
    known.set(planOptions, inquiry);
    return inquiry;
  };
}

/**
 * Whether files are most of the packages that hold them, so that what is seen of a package is hardly ever for nothing.
 */
export function areMost(files: readonly string[]): boolean {
  const roots = new Set(files.map((path) => packageOf(path).root));
  const all = [...roots].reduce((sum, root) => sum + packageFiles(root).size, 0);
  return 2 * files.length >= all;
}

function create({ rule, settings }: PlanOptions, looksFirst: boolean): Inquiry {
  const setup = setUp(rule, settings);
  return { ...setup, ...(looksFirst && { firstLook: new FirstLook(setup.options, setup.catalog) }) };
}
