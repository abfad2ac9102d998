import type { Progress } from './terminal.ts';

/** Where the progress bar is drawn: the standard error. */
interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Work that ends sooner shows no progress. */
const AFTER_MS = 1000;
/** Without a terminal, how often a plain line is printed: a log must show that the run is alive. */
const LINE_EVERY_MS = 10_000;
const WIDTH = 24;

/** On a terminal, a bar that redraws itself and disappears at the end; elsewhere, a line now and then. */
export function showProgress(total: number, screen: Screen): Progress {
  const startedAt = Date.now();
  let lastLine = startedAt;
  let drawn = false;
  return {
    meter: (done) => {
      const now = Date.now();
      if (now - startedAt < AFTER_MS) return;
      if (screen.isTTY === true) {
        screen.write(`\r\u001B[2K${barOf(done, total)}`.slice(0, (screen.columns ?? 80) + 5));
        drawn = true;
      } else if (now - lastLine >= LINE_EVERY_MS) {
        screen.write(`${done.toString()} of ${total.toString()} files planned\n`);
        lastLine = now;
      }
    },
    end: () => {
      if (drawn) screen.write('\r\u001B[2K');
    },
  };
}

function barOf(done: number, total: number): string {
  const full = Math.round((done / total) * WIDTH);
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done.toString()} of ${total.toString()} files`;
}
