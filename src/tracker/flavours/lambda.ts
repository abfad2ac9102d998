import type { TaskConfig } from '../fire-task.ts';
import { drainTasks } from '../fire-task.ts';

/** Lambda has nobody to hand a task to: `withTasks` waits before the handler answers. */
export const platform: TaskConfig = {};

/** What is left of the invocation's time is not all the drain's: the answer is still to be sent. */
const RESERVE_MS = 500;

interface Remaining {
  getRemainingTimeInMillis(): number;
}

/**
 * Gives a handler that answers when its tasks are done, within the time that the invocation has
 * left: Lambda freezes the process with its answer. What is not done by then is aborted. @public
 */
export function withTasks<Event, Context extends Remaining, Result>(
  handler: (event: Event, context: Context) => Result | PromiseLike<Result>,
): (event: Event, context: Context) => Promise<Result> {
  return async (event, context) => {
    try {
      return await handler(event, context);
    } finally {
      await drainTasks({ ...timeLeft(context), close: false });
    }
  };
}

/** A test, or a tool that calls the handler on a developer's machine, often gives no context: then the default. */
function timeLeft(context: Partial<Remaining> | undefined): { timeoutMs?: number } {
  const left = context?.getRemainingTimeInMillis?.();
  return left === undefined ? {} : { timeoutMs: Math.max(1, left - RESERVE_MS) };
}
