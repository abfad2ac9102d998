import type { TaskConfig } from '../fire-task.ts';

/** A server's process lives on after an answer, so nothing else has to wait for a task. */
export const platform: TaskConfig = {};
