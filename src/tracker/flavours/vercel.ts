import type { TaskConfig } from '../fire-task.ts';
import { say } from '../fire-task.ts';

/** `waitUntil` of @vercel/functions looks for the request here, too. */
const CONTEXT: unique symbol = Symbol.for('@vercel/request-context');
interface Vercel {
  process?: { env: { VERCEL?: string } };
  [CONTEXT]?: {
    get?(): { waitUntil?: (settled: Promise<unknown>) => unknown } | undefined;
  };
}
let warned = false;

/** Vercel freezes the function after its answer, unless `waitUntil` was given work to wait for. */
export const platform: TaskConfig = {
  waitUntil: (settled) => {
    const { process, [CONTEXT]: requests } = globalThis as unknown as Vercel;
    const request = requests?.get?.();
    if (request?.waitUntil !== undefined) {
      request.waitUntil(settled);
    } else if (process?.env.VERCEL !== undefined && !warned) {
      warned = true;
      say('Vercel knows no request here; its end may cut tasks off');
    }
  },
};
