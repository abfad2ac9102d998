import { after } from 'next/server';
import type { TaskConfig } from '../fire-task.ts';

/** The platform that runs Next.js puts its own `waitUntil` here. */
const CONTEXT: unique symbol = Symbol.for('@next/request-context');
interface Platform {
  [CONTEXT]?: { get(): { waitUntil?: (settled: Promise<unknown>) => unknown } | undefined };
}

/**
 * Next.js waits for what `after` is given, on platforms and when its own server shuts down. In `pages/api`
 * and outside a request, `after` throws, and only a platform may wait.
 */
export const platform: TaskConfig = {
  waitUntil: (settled) => {
    try {
      after(settled);
    } catch {
      const { [CONTEXT]: requests } = globalThis as unknown as Platform;
      requests?.get()?.waitUntil?.(settled);
    }
  },
};
