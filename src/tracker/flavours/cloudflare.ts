import { waitUntil } from 'cloudflare:workers';
import type { TaskConfig } from '../fire-task.ts';

/** Workers cancel what outlives the answer, but for what they were told to wait for: 30 s at most. */
export const platform: TaskConfig = {
  waitUntil: (settled) => {
    waitUntil(settled);
  },
};
