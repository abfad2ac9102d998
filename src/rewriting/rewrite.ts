import type { Finding } from '../findings/finding.ts';
import type { RemedyName } from '../findings/forms.ts';
import type { Source } from '../syntax/source.ts';
import type { Edit } from './edit.ts';

/** The change for one finding: its own edits, without the import. */
export interface Rewrite {
  readonly finding: Finding;
  readonly remedy: RemedyName;
  readonly edits: readonly Edit[];
  /** Whether the new text calls the tracker, so that the file needs its import. */
  readonly tracked: boolean;
  /** What the author should know, in a sentence: `The query was never sent; now it is.` */
  readonly note?: string;
}

/** A finding that is left as it is, and why. */
export interface Skip {
  readonly finding: Finding;
  /** Stable, kebab-case: `sync-function`, `uses-this`, `overlap`. */
  readonly code: string;
  /** One sentence for the user: what is wrong, and what to do. */
  readonly reason: string;
}

/** Everything that is planned for one file. Every finding is in `rewrites` or in `skips`. */
export interface FilePlan {
  readonly source: Source;
  readonly rewrites: readonly Rewrite[];
  readonly skips: readonly Skip[];
  /** Edits of all rewrites and of the import, innermost first; empty when nothing changes. */
  readonly edits: readonly Edit[];
  /** The new text without a byte order mark; `source.text` when nothing changes. */
  readonly output: string;
}
