import type { Source } from '../../syntax/source.ts';
import type { Style } from '../style.ts';

/** The file that gets the drain, and its style. */
export interface DrainContext {
  readonly source: Source;
  readonly text: string;
  readonly style: Style;
  /** How to call the helper there: `drainOnShutdown`, `tasks.drainTasks`. */
  readonly callee: string;
  /** The signals to listen to, if the package handles one of the usual ones itself. */
  readonly signals?: readonly string[];
  /** Whether code of the package sets `process.exitCode`, which `process.exit()` uses. */
  readonly setsExitCode: boolean;
}
