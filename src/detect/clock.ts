import { clearImmediate, clearTimeout, setImmediate, setTimeout } from 'node:timers';

const { hrtime } = process;
const now = hrtime.bigint.bind(hrtime);

/** The clock and timers as they were at load time, because tests may replace them. No timer keeps the process alive. */
export const clock = {
  /** Milliseconds since an arbitrary moment. */
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
