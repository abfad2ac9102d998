import { relative, sep } from 'node:path';
import type picocolors from 'picocolors';
import type { Workspace } from '../project/workspace.ts';

export type Colors = ReturnType<typeof picocolors.createColors>;

/**
 * A command's environment: its folder, its output, and what is known of the project. Tests replace the output by two
 * lists of lines.
 */
export interface Terminal {
  /** Absolute. Paths are resolved against it and shown relative to it. */
  readonly cwd: string;
  readonly colors: Colors;
  /** What is known about the project. */
  readonly workspace: Workspace;
  /** Prints text to the standard output, with a line break. */
  readonly print: (text: string) => void;
  /** Like `print`, but for the standard error: warnings and failures, never results. */
  readonly warn: (text: string) => void;
  /** Shows the progress of long work on this many files, until it ends. */
  readonly progress: (total: number) => Progress;
  /** Asks the user; undefined if there is nobody to ask. */
  readonly ask?: (question: string, answers: readonly Answer[]) => Promise<Answer>;
}

/** `all`: yes for the rest of the file; `quit`: no for everything that remains. */
export type Answer = 'yes' | 'no' | 'all' | 'quit';

export interface Progress {
  /** Gets the number of files done so far. */
  readonly meter: (done: number) => void;
  readonly end: () => void;
}

/** How a path is shown: relative to the folder of the command, with `/`; absolute when it is on another drive. */
export function shownPath(path: string, { cwd }: Pick<Terminal, 'cwd'>): string {
  const shown = relative(cwd, path).split(sep).join('/');
  return shown === '' ? '.' : shown;
}

/** `1 file`, `3 files`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
