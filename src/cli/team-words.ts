import type { Begun, Explored, FunctionKey, Graph } from '../reach/index.ts';
import type { Listing } from '../project/listing.ts';
import type { PlanOptions } from '../rewriting/plan-source.ts';
import type { Survey, Wants } from './survey.ts';

/** What a thread is asked, in this order. */
export interface Requests {
  /** To look at its part: which handlers there are, and what they call. */
  readonly begin: {
    /** Files whose functions it finds out: absolute, sorted. */
    readonly mine: readonly string[];
    /** What `Listings.listingOf` says of each unit whose handlers are asked for; see `Listings.unitOf`. */
    readonly units: ReadonlyMap<string, Listing>;
    readonly options: PlanOptions;
    /** How many threads there are: together they keep as many trees as one does alone. */
    readonly jobs: number;
    readonly wants: Wants;
  };
  /** To go on from functions of its part that others call. */
  readonly explore: readonly FunctionKey[];
  /** To take the call graph of each package, as far as it is about its files. */
  readonly take: ReadonlyMap<string, Graph>;
  /** To look for findings in some of its files. */
  readonly survey: readonly string[];
}

export interface Answers {
  readonly begin: Begun;
  readonly explore: Explored;
  readonly take: undefined;
  readonly survey: Survey;
}
