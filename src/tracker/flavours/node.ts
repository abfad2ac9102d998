import type { TaskConfig } from '../fire-task.ts';

/** A server's process lives on after an answer: there is nobody to hand a task to. */
export const platform: TaskConfig = {};
