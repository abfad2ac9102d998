import type { Evaluation } from '../values/evaluation.ts';
import type { FileReference } from './import.ts';
import type { NameStyle } from './name-style.ts';

/** What planning a file needs to know besides its text. */
export interface RewriteOptions {
  readonly tracker: FileReference;
  readonly names: NameStyle;
  readonly evaluation: Evaluation;
  /** Await guards, claims and calls that a `try` protects, which are otherwise left to a person. */
  readonly awaitGuards?: boolean;
  /** Whether to rewrite a finding, by the offset of its launch; all are rewritten if omitted. */
  readonly accepts?: (offset: number) => boolean;
}
