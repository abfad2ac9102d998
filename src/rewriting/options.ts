/** `static`: the callee alone. `ids`: followed by the id-like arguments, as a template literal. */
export type NameStyle = 'static' | 'ids';
export const NAME_STYLES = ['static', 'ids'] as const satisfies readonly NameStyle[];

/** The tracker as one file sees it; `trackerReference` of the project layer makes one. */
export interface TrackerReference {
  /** How the file imports it: `../lib/fire-task.js`. It need not exist yet. */
  readonly specifier: string;
  /** Whether a specifier found in the file leads to it. */
  isTracker(specifier: string): boolean;
  /** How Node loads the file, for one whose text does not show it. */
  readonly moduleKind: 'module' | 'commonjs';
}

/** What planning a file needs to know besides its text. */
export interface RewriteOptions {
  readonly tracker: TrackerReference;
  readonly names: NameStyle;
}
