import type { Evaluation } from '../values/evaluation.ts';
import type { FileReference } from './import.ts';
import type { NameStyle } from './name-style.ts';

/** What planning a file needs to know besides its text. */
export interface RewriteOptions {
  readonly tracker: FileReference;
  readonly names: NameStyle;
  readonly evaluation: Evaluation;
  /** Have guards, claims and what a `try` protects be awaited, where they are left to a person otherwise. */
  readonly awaitGuards?: boolean;
  /** Whether a finding is to be rewritten, by the offset of its launch; all are when left out. */
  readonly accepts?: (offset: number) => boolean;
}
