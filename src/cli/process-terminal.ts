import picocolors from 'picocolors';
import type { Terminal } from './terminal.ts';
import { createWorkspace } from '../project/workspace.ts';
import { heapWatch } from './heap.ts';
import { showProgress } from './progress.ts';
import { promptFor } from './prompt.ts';

/**
 * The terminal of this process. Colors are on when the standard output is a terminal, unless `NO_COLOR`, `FORCE_COLOR`,
 * `--color` or `--no-color` override that.
 */
export function processTerminal(): Terminal {
  const workspace = createWorkspace(heapWatch());
  // Until it writes, a command uses the disk as it was at the start.
  workspace.freezeDisk();
  return {
    cwd: process.cwd(),
    colors: picocolors,
    workspace,
    print: (text) => process.stdout.write(`${text}\n`),
    warn: (text) => process.stderr.write(`${text}\n`),
    progress: (total) => showProgress(total, process.stderr),
    ...(process.stdin.isTTY && process.stderr.isTTY && { ask: promptFor }),
  };
}
