import type { Terminal } from '../terminal.ts';
import { shownPath } from '../terminal.ts';

/** `src/orders.ts:12:5`, a form that terminals and editors can open. */
export function placeOf(
  { path, line, column }: { path: string; line?: number; column?: number },
  terminal: Terminal,
): string {
  const shown = shownPath(path, terminal);
  return line === undefined ? shown : `${shown}:${line}:${column ?? 1}`;
}
