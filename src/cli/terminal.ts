import { relative, sep } from 'node:path';
import type picocolors from 'picocolors';
import type { Workspace } from '../project/workspace.ts';

export type Colors = ReturnType<typeof picocolors.createColors>;

/** Where a command runs and speaks, and what is known there: the process in production, two lists of lines in a test. */
export interface Terminal {
  /** Absolute. Paths are resolved against it and shown relative to it. */
  readonly cwd: string;
  readonly colors: Colors;
  /** What is known of the project. */
  readonly workspace: Workspace;
  /** One line, or several, for the standard output; a line break is added. */
  readonly print: (text: string) => void;
  /** As `print`, for the standard error: warnings and failures, never results. */
  readonly warn: (text: string) => void;
  /** Shows how far a long piece of work of so many files is, until it ends. */
  readonly progress: (total: number) => Progress;
  /** Asks a person; undefined where there is none. */
  readonly ask?: (question: string, answers: readonly Answer[]) => Promise<Answer>;
}

/** `all`: yes to the rest of the file; `quit`: no to all that is left. */
export type Answer = 'yes' | 'no' | 'all' | 'quit';

export interface Progress {
  /** Is told how many are done. */
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
