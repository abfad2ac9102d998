import { clearImmediate, clearTimeout, setImmediate, setTimeout } from 'node:timers';

const { hrtime } = process;
const now = hrtime.bigint.bind(hrtime);

/** Time as it was when we were loaded: tests put clocks of their own in the place of these. None keeps the process. */
export const clock = {
  /** Milliseconds, from no particular moment. */
  now: (): number => Number(now() / 1000n) / 1000,
  after(ms: number, run: () => void): () => void {
    const timer = setTimeout(run, ms).unref();
    return () => {
      clearTimeout(timer);
    };
  },
  soon(run: () => void): () => void {
    const turn = setImmediate(run).unref();
    return () => {
      clearImmediate(turn);
    };
  },
};
