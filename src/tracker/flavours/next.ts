import { after } from 'next/server';
import type { TaskConfig } from '../fire-task.ts';

/**
 * Next.js waits for it after the answer, on Vercel and in its own server's shutdown. Outside a
 * request `after` throws, and nothing is handed over.
 */
export const platform: TaskConfig = {
  waitUntil: (settled) => {
    after(settled);
  },
};
