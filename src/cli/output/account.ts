import type { Failure } from '../read.ts';
import type { FoundSite } from '../survey.ts';
import type { Terminal } from '../terminal.ts';
import type { Excerpted } from './code-lines.ts';
import { placeOf } from './place.ts';

/**
 * What became of a finding: only looked at, planned by a dry run, written, left for a person, or meant by its owner.
 */
export type SiteOutcome = 'found' | 'planned' | 'rewritten' | 'left' | 'meant';

/** A finding with what was done about it. Sentences have code between backticks. */
export interface AccountedSite extends FoundSite {
  /** `src/orders.ts:12:5` */
  readonly place: string;
  readonly outcome: SiteOutcome;
  /** What was done; one sentence, or empty when nothing was to be done. */
  readonly done: string;
  /** What a person should know about it; empty when nothing need be known. */
  readonly advice: string;
}

/** The change of a file that has its server wait for its tasks at shutdown. */
export interface AccountedDrain extends Excerpted {
  readonly path: string;
  readonly place: string;
  /** One sentence. */
  readonly done: string;
}

/** A number of the summary. */
export interface Figure {
  readonly count: number;
  readonly outcome: SiteOutcome | 'failed';
}

/** All that a page for people tells, whatever it is written in. Sentences have code between backticks. */
export interface Account {
  /** `fire-task migrate --dry-run` */
  readonly command: string;
  /** One sentence without its full stop. */
  readonly headline: string;
  /** The first one is what the command is for. */
  readonly figures: readonly Figure[];
  /** On the files that were read, the helpers that were added, and what many findings have in common. */
  readonly remarks: readonly string[];
  /** How many findings are sure and how many only likely, in a sentence; none where nobody counted, or there are none. */
  readonly sureness: readonly string[];
  /** What was not looked at, so that silence does not look like cleanliness. */
  readonly warnings: readonly string[];
  /** By file and place. */
  readonly sites: readonly AccountedSite[];
  readonly failures: readonly (Failure & { readonly place: string })[];
  /** Where a server is made to wait for its tasks at shutdown. */
  readonly drains: readonly AccountedDrain[];
  /** Where nothing waits for the tasks at shutdown yet, and why nothing was planned. */
  readonly openShutdowns: readonly { readonly places: readonly string[]; readonly reason: string }[];
  /** Calls of which it cannot be known whether they launch, when they were asked for. */
  readonly unknown: readonly { readonly place: string; readonly callee: string }[];
  /** What is to be done next. */
  readonly steps: readonly string[];
}

/** An outcome as a label. */
export const OUTCOME_WORDS: Readonly<Record<Figure['outcome'], string>> = {
  found: 'Untracked',
  planned: 'Would be rewritten',
  rewritten: 'Rewritten',
  left: 'Needs manual work',
  meant: 'Opted out',
  failed: 'Failed files',
};

/** What the advice on a finding is headed by. */
export const ADVICE_WORDS: Readonly<Record<SiteOutcome, string>> = {
  found: 'The rule says',
  planned: 'To know',
  rewritten: 'To know',
  left: 'Why',
  meant: 'To know',
};

/** What is said of a finding that an eslint-disable comment covers. */
export const MEANT = 'None: an `eslint-disable` comment marks it as intended.';

/** Adds to a site what became of it. */
export function accounted(
  site: FoundSite,
  outcome: SiteOutcome,
  done: string,
  advice: string,
  terminal: Terminal,
): AccountedSite {
  return { ...site, place: placeOf(site, terminal), outcome, done, advice };
}

/** The sites by file and place, whatever became of them. */
export function inOrder(sites: readonly AccountedSite[]): AccountedSite[] {
  return [...sites].sort((a, b) => compare(a.path, b.path) || a.line - b.line || a.column - b.column);
}

/** The files that failed, as they are shown. */
export function failedFiles(failures: readonly Failure[], terminal: Terminal): Account['failures'] {
  return failures.map((failure) => ({ ...failure, place: placeOf(failure, terminal) }));
}

/** Findings of which the same is to be said. */
export interface Concern<Site extends AccountedSite = AccountedSite> {
  readonly advice: string;
  readonly sites: Site[];
}

/**
 * What a person must look at: findings that are left, and rewrites with something to know about them. What a report
 * finds is all of it, so it is not listed twice.
 */
export function concernsIn<Site extends AccountedSite>(
  sites: readonly Site[],
): Record<'left' | 'notes', Concern<Site>[]> {
  return {
    left: byAdvice(sites.filter(({ outcome }) => outcome === 'left')),
    notes: byAdvice(
      sites.filter(({ outcome, advice }) => advice !== '' && (outcome === 'planned' || outcome === 'rewritten')),
    ),
  };
}

function byAdvice<Site extends AccountedSite>(sites: readonly Site[]): Concern<Site>[] {
  const concerns = new Map<string, Concern<Site>>();
  for (const site of sites) {
    const known = concerns.get(site.advice);
    if (known === undefined) concerns.set(site.advice, { advice: site.advice, sites: [site] });
    else known.sites.push(site);
  }
  return [...concerns.values()];
}

/** Not by the reader's language, so that the order is the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
