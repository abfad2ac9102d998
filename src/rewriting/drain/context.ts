import type { Source } from '../../syntax/source.ts';
import type { Style } from '../style.ts';

/** The file that gets the drain, and how its text is to look. */
export interface DrainContext {
  readonly source: Source;
  readonly text: string;
  readonly style: Style;
  /** What calls the helper there: `drainOnShutdown`, `tasks.drainTasks`. */
  readonly callee: string;
}
