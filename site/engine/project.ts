import type { UserOptions } from '../../src/findings/options.ts';

/** The visitor's project, and the rule's options for it. */
export interface Project {
  /** Code files, by path in the package. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** The text of package.json. */
  readonly manifest: string;
  readonly options: UserOptions;
}
