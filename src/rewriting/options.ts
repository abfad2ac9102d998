import type { TrackerReference } from '../project/tracker-reference.ts';

/** `static`: the callee alone. `ids`: followed by the id-like arguments, as a template literal. */
export type NameStyle = 'static' | 'ids';
export const NAME_STYLES = ['ids', 'static'] as const satisfies readonly NameStyle[];
export const DEFAULT_NAMES: NameStyle = 'ids';

/** What planning a file needs to know besides its text. */
export interface RewriteOptions {
  readonly tracker: TrackerReference;
  readonly names: NameStyle;
  /** Whether a finding is to be rewritten, by the offset of its launch; all are when left out. */
  readonly accepts?: (offset: number) => boolean;
}
