import { isMainThread } from 'node:worker_threads';
import { writeSync } from 'node:fs';
import type { Detector } from './detector.ts';
import { OwnFile } from './own-file.ts';
import { clock } from './clock.ts';
import { observedBy } from './report.ts';
import { renderObserved } from './text.ts';

/**
 * The least time between two writes of the file. It is written while the process runs, so that it survives a kill. A
 * thread that is terminated emits no `exit`, and those of test runners live shortly.
 */
const WRITE_EVERY_MS = isMainThread ? 1000 : 100;
/** Signals that end a process without a listener for them. Such a process emits no `exit` at which to print. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Reports what was observed: at the end, on SIGUSR2, and into the file that `path` names. */
export class Ends {
  /** Set if tests ask for the losses themselves. */
  isSilent = false;
  /** How many losses at each place tests were told about. */
  readonly told = new Map<string, number>();
  readonly #detector: Detector;
  readonly #file: OwnFile | undefined;
  readonly #root = process.cwd();
  #isWriting = false;

  constructor(detector: Detector, path: string | undefined) {
    this.#detector = detector;
    this.#file = path === undefined || path === '' ? undefined : new OwnFile(path);
    process.on('exit', () => {
      this.#conclude();
    });
    if (this.#file !== undefined)
      detector.listen(() => {
        this.#writeSoon();
      });
    if (!isMainThread) return;
    if (process.platform !== 'win32') {
      process.on('SIGUSR2', () => {
        this.#say(false);
      });
    }
    for (const signal of ENDING) this.#listenAlone(signal);
  }

  #conclude(): void {
    this.#detector.flush();
    this.#detector.flushRunning();
    this.#say(true);
  }

  #say(isAtExit: boolean): void {
    if (this.#detector.units.begun === 0 || (isAtExit && this.isSilent)) return;
    const observed = observedBy(this.#detector, this.#root);
    this.#write();
    print(
      `${renderObserved(observed, isAtExit)}${this.#file === undefined ? '' : `\n\nwritten to ${this.#file.path}`}`,
    );
  }

  #writeSoon(): void {
    if (this.#isWriting) return;
    this.#isWriting = true;
    clock.after(WRITE_EVERY_MS, () => {
      this.#isWriting = false;
      this.#write();
    });
  }

  #write(): void {
    if (this.#file === undefined) return;
    try {
      this.#file.write(`${JSON.stringify(observedBy(this.#detector, this.#root), null, 2)}\n`);
    } catch (error) {
      print(`fire-task detect: ${this.#file.path} cannot be written: ${(error as Error).message}`);
    }
  }

  /**
   * Listens to a signal only while nobody else does, and then lets it end the process as it would have. Code that
   * counts listeners finds none of ours beside its own.
   */
  #listenAlone(signal: (typeof ENDING)[number]): void {
    const heard = (): void => {
      this.#conclude();
      process.off('newListener', added);
      process.off('removeListener', removed);
      process.off(signal, heard);
      process.kill(process.pid, signal);
    };
    const added = (event: string, listener: unknown): void => {
      // Not at once: Node has already handled this event. It would stop listening for the signal, and not start again
      // for the new listener.
      if (event === signal && listener !== heard)
        process.nextTick(() => {
          if (process.listenerCount(signal) > 1) process.off(signal, heard);
        });
    };
    const removed = (event: string, listener: unknown): void => {
      if (event === signal && listener !== heard && process.listenerCount(signal) === 0) process.on(signal, heard);
    };
    if (process.listenerCount(signal) === 0) process.on(signal, heard);
    process.on('newListener', added);
    process.on('removeListener', removed);
  }
}

/** Writes synchronously, because later output is lost at an exit. */
function print(text: string): void {
  try {
    writeSync(2, `\n${text}\n`);
  } catch {
    // Nobody reads the output.
  }
}
