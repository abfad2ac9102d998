import { AsyncLocalStorage } from 'node:async_hooks';
import { promiseHooks } from 'node:v8';
import { Detector } from './detector.ts';
import { Ends } from './ends.ts';
import { watchRequests } from './requests.ts';

const DEFAULT_GRACE_MS = 20;

export interface Watch {
  readonly detector: Detector;
  readonly ends: Ends;
}

/**
 * The key of this thread's only watch, however often this file is loaded. It is on a class of Node's, which test
 * runners share among the global objects that they create.
 */
const KEY: unique symbol = Symbol.for('fire-task-detect@1');
const shared = AsyncLocalStorage as unknown as { [KEY]?: Watch | 'none' };

/** Starts watching this thread at the first call; undefined in a runtime without promise hooks. */
export function watchThread(): Watch | undefined {
  const watch = shared[KEY] ?? begin();
  shared[KEY] = watch;
  return watch === 'none' ? undefined : watch;
}

function begin(): Watch | 'none' {
  const name = runtimeWithoutHooks();
  if (name !== undefined) {
    process.stderr.write(
      `fire-task detect: ${name} does not show its promises, so nothing is watched; use Node 18 or later.\n`,
    );
    return 'none';
  }
  const { FIRE_TASK_DETECT, FIRE_TASK_DETECT_GRACE_MS } = process.env;
  const graceMs = Number(FIRE_TASK_DETECT_GRACE_MS ?? DEFAULT_GRACE_MS);
  const detector = new Detector(graceMs >= 0 ? graceMs : DEFAULT_GRACE_MS);
  watchRequests(detector);
  return { detector, ends: new Ends(detector, FIRE_TASK_DETECT) };
}

function runtimeWithoutHooks(): string | undefined {
  if ('Bun' in globalThis) return 'Bun';
  if ('Deno' in globalThis) return 'Deno';
  return (promiseHooks as unknown) === undefined ? 'this runtime' : undefined;
}
