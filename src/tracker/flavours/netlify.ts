import type { TaskConfig } from '../fire-task.ts';

interface WithNetlify {
  Netlify?: { context?: { waitUntil?(settled: Promise<unknown>): void } | null };
}

/** Netlify freezes the function after its answer, unless `waitUntil` was given work to wait for. */
export const platform: TaskConfig = {
  waitUntil: (settled) => {
    (globalThis as WithNetlify).Netlify?.context?.waitUntil?.(settled);
  },
};
