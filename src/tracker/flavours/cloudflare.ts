import { waitUntil } from 'cloudflare:workers';
import type { TaskConfig } from '../fire-task.ts';

/** Workers cancel work that outlives the answer, except what `waitUntil` was given, which has up to 30 s. */
export const platform: TaskConfig = {
  waitUntil: (settled) => {
    waitUntil(settled);
  },
};
