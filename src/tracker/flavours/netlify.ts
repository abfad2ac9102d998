import type { TaskConfig } from '../fire-task.ts';

interface WithNetlify {
  Netlify?: { context?: { waitUntil?(settled: Promise<unknown>): void } | null };
}

/** Netlify freezes the function once it has answered, but for what it was told to wait for. */
export const platform: TaskConfig = {
  waitUntil: (settled) => {
    (globalThis as WithNetlify).Netlify?.context?.waitUntil?.(settled);
  },
};
