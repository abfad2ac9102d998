import { isMainThread, threadId } from 'node:worker_threads';
import cluster from 'node:cluster';
import { statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Tells child processes when the run began: they inherit the environment, and so the detector and the file's name. */
const RUN_BEGAN = 'FIRE_TASK_DETECT_RUN';

/**
 * The file into which one process or thread writes. Others of the same run have their own: `observed.json`,
 * `observed.4711.json`.
 */
export class OwnFile {
  #path: string;
  /** Whether other processes can have the same path. */
  #isShared = isMainThread && !cluster.isWorker;
  readonly #runBegan: number;

  /** @param path - as the user named it */
  constructor(path: string) {
    this.#path = resolve(path);
    if (!this.#isShared) this.#path = this.#numbered();
    process.env[RUN_BEGAN] ??= String(Date.now());
    this.#runBegan = Number(process.env[RUN_BEGAN]);
  }

  get path(): string {
    return this.#path;
  }

  write(text: string): void {
    if (this.#isShared) {
      this.#isShared = false;
      // Test runners start a process for each test file. A file from an earlier run is replaced.
      if ((statSync(this.#path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > this.#runBegan)
        this.#path = this.#numbered();
    }
    writeFileSync(this.#path, text);
  }

  #numbered(): string {
    const own = isMainThread ? String(process.pid) : `${String(process.pid)}-${String(threadId)}`;
    return this.#path.endsWith('.json') ? this.#path.replace(/json$/, `${own}.json`) : `${this.#path}.${own}`;
  }
}
