import type { TrackerReference } from '../project/tracker-reference.ts';

/** `static`: the callee alone. `ids`: followed by the id-like arguments, as a template literal. */
export type NameStyle = 'static' | 'ids';
export const NAME_STYLES = ['static', 'ids'] as const satisfies readonly NameStyle[];

/** What planning a file needs to know besides its text. */
export interface RewriteOptions {
  readonly tracker: TrackerReference;
  readonly names: NameStyle;
}
