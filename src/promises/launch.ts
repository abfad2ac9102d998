import type { Node } from '../syntax/source.ts';

/** How we know that an expression launches: the step of the oracle that answered, and in words why. */
export interface Evidence {
  readonly step: 'type' | 'syntax' | 'file' | 'import' | 'catalog';
  /** For a message: `declared async at mail.ts:12`. */
  readonly why: string;
}
