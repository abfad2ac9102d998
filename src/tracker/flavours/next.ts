import { after } from 'next/server';
import type { TaskConfig } from '../fire-task.ts';

/**
 * Next.js waits for what `after` is given, on Vercel and when its own server shuts down. Outside a
 * request, `after` throws, and Next.js waits for nothing.
 */
export const platform: TaskConfig = {
  waitUntil: (settled) => {
    after(settled);
  },
};
