/** The exit codes, the same three for every command. */
export const EXIT = {
  /** Nothing is left to do, or all of it was done. */
  done: 0,
  /** Findings remain, or a file failed. */
  remaining: 1,
  /** The command could not do its work; it changed nothing unless its message says so. */
  cannotRun: 2,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * The command cannot continue. The message is one sentence for the user: what, where, what to do. It ends the process
 * with exit code 2.
 */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** The first line of an error from the operating system or a library, without its stack. */
export function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? message;
}
