import type { Failure } from '../read.ts';
import type { FoundSite } from '../survey.ts';
import type { Terminal } from '../terminal.ts';
import type { Excerpted } from './code-lines.ts';
import { placeOf } from './place.ts';

/**
 * The outcome for a finding: only found, planned by a dry run, rewritten, left for manual work, or marked as intended.
 */
export type SiteOutcome = 'found' | 'planned' | 'rewritten' | 'left' | 'meant';

/** A finding, and what was done about it. Sentences have code in backticks. */
export interface AccountedSite extends FoundSite {
  /** `src/orders.ts:12:5` */
  readonly place: string;
  readonly outcome: SiteOutcome;
  /** What was done; one sentence, or empty if there was nothing to do. */
  readonly done: string;
  /** What the reader should know about it; empty if nothing. */
  readonly advice: string;
}

/** The change of a file that makes its server wait for its tasks at shutdown. */
export interface AccountedDrain extends Excerpted {
  readonly path: string;
  readonly place: string;
  /** One sentence. */
  readonly done: string;
}

/** A number in the summary. */
export interface Figure {
  readonly count: number;
  readonly outcome: SiteOutcome | 'failed';
}

/** Everything a page shows, in any format. Sentences have code in backticks. */
export interface Account {
  /** `fire-task migrate --dry-run` */
  readonly command: string;
  /** A sentence without its full stop. */
  readonly headline: string;
  /** The main result of the command is first. */
  readonly figures: readonly Figure[];
  /** About the files that were read, the helpers that were added, and the causes that many findings share. */
  readonly remarks: readonly string[];
  /** A sentence with the number of sure and of likely findings; empty if there are none, or they were not counted. */
  readonly sureness: readonly string[];
  /** What was not checked, so that silence does not look like clean code. */
  readonly warnings: readonly string[];
  /** Sorted by file and place. */
  readonly sites: readonly AccountedSite[];
  readonly failures: readonly (Failure & { readonly place: string })[];
  /** Servers that now wait for their tasks at shutdown. */
  readonly drains: readonly AccountedDrain[];
  /** Places where nothing waits for the tasks at shutdown yet, and why no drain was planned. */
  readonly openShutdowns: readonly { readonly places: readonly string[]; readonly reason: string }[];
  /** Calls that may or may not launch, if requested. */
  readonly unknown: readonly { readonly place: string; readonly callee: string }[];
  /** What to do next. */
  readonly steps: readonly string[];
}

/** The label of each outcome. */
export const OUTCOME_WORDS: Readonly<Record<Figure['outcome'], string>> = {
  found: 'Untracked',
  planned: 'Would be rewritten',
  rewritten: 'Rewritten',
  left: 'Needs manual work',
  meant: 'Opted out',
  failed: 'Failed files',
};

/** The heading for the advice on a finding. */
export const ADVICE_WORDS: Readonly<Record<SiteOutcome, string>> = {
  found: 'The rule says',
  planned: 'To know',
  rewritten: 'To know',
  left: 'Why',
  meant: 'To know',
};

/** The text for a finding that an eslint-disable comment marks as intended. */
export const MEANT = 'None: an `eslint-disable` comment marks it as intended.';

/** Adds the outcome to a site. */
export function accounted(
  site: FoundSite,
  outcome: SiteOutcome,
  done: string,
  advice: string,
  terminal: Terminal,
): AccountedSite {
  return { ...site, place: placeOf(site, terminal), outcome, done, advice };
}

/** The sites sorted by file and place, whatever their outcome. */
export function inOrder(sites: readonly AccountedSite[]): AccountedSite[] {
  return [...sites].sort((a, b) => compare(a.path, b.path) || a.line - b.line || a.column - b.column);
}

/** The files that failed, with their places as shown. */
export function failedFiles(failures: readonly Failure[], terminal: Terminal): Account['failures'] {
  return failures.map((failure) => ({ ...failure, place: placeOf(failure, terminal) }));
}

/** Findings with the same advice. */
export interface Concern<Site extends AccountedSite = AccountedSite> {
  readonly advice: string;
  readonly sites: Site[];
}

/**
 * What the user must look at: findings that are left, and rewrites with advice. A report needs no such list, because it
 * consists of nothing else.
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

/** Independent of the user's locale, so that the order is the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
