import type { TaskConfig } from '../fire-task.ts';

/** What older runtimes and their types lack. */
type Workers = Partial<Record<'waitUntil', (settled: Promise<unknown>) => void>>;

let waitUntil: Workers['waitUntil'];
/** Not a static import, because Node, which can't load this module, may run the same code: in a container, in tests. */
const loaded = import('cloudflare:workers')
  .catch(() => ({}))
  .then((workers: object) => (waitUntil = (workers as Workers).waitUntil));

/** Workers cancel work that outlives the answer, except what `waitUntil` was given, which has up to 30 s. */
export const platform: TaskConfig = {
  waitUntil: async (settled) => {
    if (waitUntil === undefined) await loaded;
    waitUntil?.(settled);
  },
};
