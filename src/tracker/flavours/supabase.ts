import type { TaskConfig } from '../fire-task.ts';

interface WithEdgeRuntime {
  EdgeRuntime?: { waitUntil?(settled: Promise<unknown>): void };
}

/** Supabase ends the function once it has answered, but for what it was told to wait for. */
export const platform: TaskConfig = {
  waitUntil: (settled) => {
    (globalThis as WithEdgeRuntime).EdgeRuntime?.waitUntil?.(settled);
  },
};
