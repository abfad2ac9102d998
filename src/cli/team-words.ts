import type { Begun, Explored, FunctionKey, Graph } from '../reach/index.ts';
import type { Listing } from '../project/package-files.ts';
import type { PlanOptions } from '../rewriting/plan-source.ts';
import type { Survey, Wants } from './survey.ts';

/** The requests to a thread, in this order. */
export interface Requests {
  /** Examine its part: which handlers there are, and what they call. */
  readonly begin: {
    /** The files whose functions this thread examines: absolute, sorted. */
    readonly mine: readonly string[];
    /** The result of `Listings.listingOf` for each unit whose handlers are needed; see `Listings.unitOf`. */
    readonly units: ReadonlyMap<string, Listing>;
    readonly options: PlanOptions;
    /** The number of threads: together they keep as many trees as a single thread would. */
    readonly jobs: number;
    readonly wants: Wants;
  };
  /** Continue from functions of its part that others call. */
  readonly explore: readonly FunctionKey[];
  /** Receive the call graph of each package, as far as it concerns its files. */
  readonly take: ReadonlyMap<string, Graph>;
  /** Look for findings in some of its files. */
  readonly survey: readonly string[];
}

export interface Answers {
  readonly begin: Begun;
  readonly explore: Explored;
  readonly take: undefined;
  readonly survey: Survey;
}
