import { setImmediate as turn } from 'node:timers/promises';
import { compileFunction } from 'node:vm';
import { renderTracker } from '../../src/helper/injection.ts';

/** Functions that log their arguments, for programs that are traced. */
export const TRACED = `
async function run(x) { log('run', x); await (typeof x === 'function' ? x() : null); log('ran', x); return x; }
async function fail(x) { log('fail', x); await null; throw new Error(x); }
function broken(x) { if (x) throw new Error('at once'); return run(x); }
const next = (x) => { log('argument', x); return x; };
`;

/**
 * Timers that fire in the order in which they were set, each after everything that can happen before it. So two runs
 * never differ by chance.
 */
class Timers {
  readonly #waiting: (() => unknown)[] = [];

  readonly set = (callback: (...values: unknown[]) => unknown, _delay?: number, ...values: unknown[]): void => {
    this.#waiting.push(() => callback(...values));
  };

  async run(): Promise<void> {
    await turn();
    for (let fire = this.#waiting.shift(); fire !== undefined; fire = this.#waiting.shift()) {
      fire();
      await turn();
    }
  }
}

/** The text of a function isn't shown: it may have changed. */
export function shown(word: unknown): string {
  if (Array.isArray(word)) return word.map(shown).join();
  return typeof word === 'function' ? 'a function' : String(word);
}

/**
 * Runs a CommonJS file that exports an Express handler, calls the handler, and returns all that it logged, in order.
 */
export async function traceOf(code: string): Promise<string[]> {
  const trace: string[] = [];
  const log = (...words: unknown[]): void => {
    trace.push(words.map(shown).join(' '));
  };
  const silent = { error: () => undefined };
  const timers = new Timers();
  const setImmediate = (callback: (...values: unknown[]) => unknown, ...values: unknown[]): void => {
    timers.set(callback, 0, ...values);
  };
  const load = (text: string): Record<string, unknown> => {
    const module = { exports: {} as Record<string, unknown> };
    const require = (specifier: string): unknown => {
      if (specifier !== './lib/fire-task') throw new Error(`unknown module ${specifier}`);
      return load(renderTracker('cjs', 'node'));
    };
    const globals = {
      module,
      exports: module.exports,
      require,
      log,
      console: silent,
      setTimeout: timers.set,
      setImmediate,
    };
    const start = compileFunction(text, Object.keys(globals)) as (...values: unknown[]) => void;
    start(...Object.values(globals));
    return module.exports;
  };
  const handler = load(code)['handler'] as (this: unknown, req: unknown, res: unknown) => unknown;
  try {
    const value = await handler.call(
      { name: 'server' },
      { a: 1, b: 0 },
      {
        json: () => undefined,
        on: (_: string, listener: () => void) => {
          timers.set(listener);
        },
      },
    );
    log('returned', typeof value);
  } catch (error) {
    log('thrown', (error as Error).message);
  }
  log('answered');
  await timers.run();
  return trace;
}
