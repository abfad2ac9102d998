import type { TaskConfig } from '../fire-task.ts';
import { drainTasks } from '../fire-task.ts';

/** Lambda offers nothing that waits for a task, so `withTasks` waits before the handler answers. */
export const platform: TaskConfig = {};

/** Kept from the drain, because the answer must still be sent in the invocation's time. */
const RESERVE_MS = 500;
type Remaining = Record<'getRemainingTimeInMillis', () => number>;

/**
 * Returns a handler that answers when its tasks are done, because Lambda freezes the process after
 * the answer. Tasks that aren't done in the invocation's remaining time are aborted. @public
 */
export function withTasks<Event, Context extends Remaining, Result>(
  handler: (event: Event, context: Context) => Result | PromiseLike<Result>,
): (event: Event, context: Context) => Promise<Result> {
  return async (event, context) => {
    try {
      return await handler(event, context);
    } finally {
      // Tests and local tools often pass no context; then the default applies.
      const left = (context as Partial<Context> | undefined)?.getRemainingTimeInMillis?.();
      await drainTasks({ ...(left !== undefined && { timeoutMs: Math.max(1, left - RESERVE_MS) }), close: false });
    }
  };
}
