import type { TaskConfig } from '../fire-task.ts';

interface WithEdgeRuntime {
  EdgeRuntime?: { waitUntil?(settled: Promise<unknown>): void };
}

/** Supabase ends the function after its answer, unless `waitUntil` was given work to wait for. */
export const platform: TaskConfig = {
  waitUntil: (settled) => {
    (globalThis as WithEdgeRuntime).EdgeRuntime?.waitUntil?.(settled);
  },
};
