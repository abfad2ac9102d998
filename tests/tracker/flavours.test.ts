import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Tracker from '../../src/tracker/fire-task.ts';
import type * as Lambda from '../../src/tracker/flavours/lambda.ts';
import type { Flavour } from '../../src/helper/flavour.ts';
import { FLAVOURS, TOLD_TO_STOP } from '../../src/helper/flavour.ts';
import { renderTracker } from '../../src/helper/injection.ts';

const folder = mkdtempSync(join(tmpdir(), 'fire-task-flavours-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const globals = globalThis as unknown as Record<string | symbol, unknown>;
const KEY = Symbol.for('fire-task@1');
const VERCEL = Symbol.for('@vercel/request-context');
const NEXT = Symbol.for('@next/request-context');
/** What the platform was given. */
let given: unknown[] = [];
const waitUntil = (work: unknown): void => void given.push(work);

/** The platform's own module, which gives what it gets to `given`; Node itself has none of that name. */
const STAND_INS: Readonly<Record<string, string>> = {
  'node_modules/next/package.json': '{ "name": "next", "version": "16.0.0" }',
  'node_modules/next/server.js': 'exports.after = (work) => globalThis.platform(work);',
  'node_modules/workers/package.json': '{ "name": "workers", "main": "index.js" }',
  'node_modules/workers/index.js': 'exports.waitUntil = (work) => globalThis.platform(work);',
  'ready.mjs': "export const load = () => import('workers');",
};
for (const [path, text] of Object.entries(STAND_INS)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

let copies = 0;
/** @param isReady - as in workerd, which has loaded its own modules before the first request */
async function load(flavour: Flavour, form: 'esm' | 'cjs', isReady = true): Promise<typeof Tracker> {
  copies += 1;
  const path = join(folder, `copy-${String(copies)}.${form === 'cjs' ? 'cjs' : 'mjs'}`);
  writeFileSync(
    path,
    renderTracker(form, flavour)
      .replace('cloudflare:workers', 'workers')
      .replace("from 'next/server'", "from 'next/server.js'"),
  );
  const tracker =
    form === 'cjs'
      ? (createRequire(import.meta.url)(path) as typeof Tracker)
      : ((await import(pathToFileURL(path).href)) as typeof Tracker);
  if (isReady) await modulesLoaded();
  return tracker;
}

/** Waits until the helper has the platform's module: Node imports it for this file after it has for the helper. */
async function modulesLoaded(): Promise<void> {
  const { load: imported } = (await import(pathToFileURL(join(folder, 'ready.mjs')).href)) as {
    load: () => Promise<unknown>;
  };
  await imported();
  await turn();
}

beforeEach(() => {
  given = [];
  Reflect.deleteProperty(globals, KEY);
  globals['platform'] = waitUntil;
  globals[VERCEL] = { get: () => ({ waitUntil }) };
  globals['Netlify'] = { context: { waitUntil } };
  globals['EdgeRuntime'] = { waitUntil };
});
afterEach(() => {
  for (const key of [KEY, VERCEL, NEXT, 'platform', 'Netlify', 'EdgeRuntime']) Reflect.deleteProperty(globals, key);
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe.each(['esm', 'cjs'] as const)('as %s', (form) => {
  it.each(['next', 'vercel', 'cloudflare', 'netlify', 'supabase'] as const)(
    '%s gives the platform one promise a task, which never rejects',
    async (flavour) => {
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const { fireTask } = await load(flavour, form);
      fireTask(Promise.reject(new Error('boom')), 'failing');
      fireTask(Promise.resolve(1), 'fine');
      expect(given).toHaveLength(2);
      await expect(Promise.all(given)).resolves.toEqual(['failed', 'done']);
    },
  );

  it.each(['next', 'vercel', 'cloudflare', 'netlify', 'supabase'] as const)(
    '%s keeps the task where the platform knows no request',
    async (flavour) => {
      const { fireTask } = await load(flavour, form);
      globals['platform'] = () => {
        throw new Error('outside a request');
      };
      for (const key of [VERCEL, 'Netlify', 'EdgeRuntime']) Reflect.deleteProperty(globals, key);
      await expect(fireTask(sleep(1), 'alone').settled).resolves.toBe('done');
    },
  );

  it('cloudflare passes on what starts before the module of the platform is there', async () => {
    const { fireTask } = await load('cloudflare', form, false);
    fireTask(Promise.resolve(1), 'early');
    await modulesLoaded();
    await expect(Promise.all(given)).resolves.toEqual(['done']);
  });

  it('lets the user configure another', async () => {
    const own: unknown[] = [];
    const { configureTasks, fireTask } = await load('next', form);
    configureTasks({ waitUntil: (settled) => own.push(settled) });
    fireTask(Promise.resolve(), 'own');
    expect([given.length, own.length]).toEqual([0, 1]);
  });

  it('next turns to the platform where `after` throws, as in `pages/api`', async () => {
    const { fireTask } = await load('next', form);
    globals['platform'] = () => {
      throw new Error('outside a request scope');
    };
    globals[NEXT] = { get: () => ({ waitUntil }) };
    fireTask(Promise.resolve(), 'api');
    await expect(Promise.all(given)).resolves.toEqual(['done']);
  });

  it('vercel says once that there is no request', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.stubEnv('VERCEL', '1');
    Reflect.deleteProperty(globals, VERCEL);
    const { fireTask } = await load('vercel', form);
    await fireTask(Promise.resolve(), 'first').settled;
    await fireTask(Promise.resolve(), 'second').settled;
    expect(said.mock.calls).toEqual([['%s', 'fire-task: Vercel knows no request here; its end may cut tasks off']]);
  });

  it('lambda answers when the tasks are done, also when the handler throws', async () => {
    const { fireTask, withTasks } = (await load('lambda', form)) as typeof Tracker & typeof Lambda;
    const done: string[] = [];
    const work = async (name: string): Promise<void> => {
      await sleep(20);
      done.push(name);
    };
    const context = { getRemainingTimeInMillis: () => 3000 };
    const handler = withTasks<string, typeof context, string>((event) => {
      fireTask(work(event), 'work');
      if (event === 'bad') throw new Error('boom');
      return `answered ${event}`;
    });
    await expect(handler('good', context)).resolves.toBe('answered good');
    expect(done).toEqual(['good']);
    await expect(handler('bad', context)).rejects.toThrow('boom');
    expect(done).toEqual(['good', 'bad']);
    // The next invocation of the same process.
    await expect(handler('again', context)).resolves.toBe('answered again');
  });

  it.each([
    ['no context', undefined],
    ['a context without a clock', {}],
  ])('lambda waits with %s, too, and keeps the result and the error of the handler', async (_, context) => {
    const { fireTask, withTasks } = (await load('lambda', form)) as typeof Tracker & typeof Lambda;
    const done: string[] = [];
    const handler = withTasks((event: string) => {
      fireTask(
        sleep(20).then(() => done.push(event)),
        'work',
      );
      if (event === 'bad') throw new Error('boom');
      return 'answered';
    }) as (event: string, context?: unknown) => Promise<string>;
    await expect(handler('good', context)).resolves.toBe('answered');
    await expect(handler('bad', context)).rejects.toThrow('boom');
    expect(done).toEqual(['good', 'bad']);
  });

  it('lambda aborts what the invocation has no time for', async () => {
    const { fireTask, withTasks } = (await load('lambda', form)) as typeof Tracker & typeof Lambda;
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const context = { getRemainingTimeInMillis: () => 550 };
    let reason: unknown;
    const handler = withTasks<string, typeof context, number>(() => {
      fireTask(
        async ({ signal }) =>
          sleep(10_000, undefined, { signal }).catch((error: unknown) => {
            reason = error;
            throw error;
          }),
        'long',
      );
      return 1;
    });
    await handler('', context);
    await sleep(1);
    expect(reason).toMatchObject({ name: 'AbortError' });
  });
});

it.each(['cloudflare', 'vercel', 'netlify', 'supabase', 'lambda'] as const)(
  '%s loads in Node, which runs the same code in containers and tests, and keeps its tasks there',
  async (flavour) => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    for (const key of [VERCEL, 'Netlify', 'EdgeRuntime']) Reflect.deleteProperty(globals, key);
    copies += 1;
    const path = join(folder, `bare-${String(copies)}.mjs`);
    writeFileSync(path, renderTracker('esm', flavour));
    const { fireTask, drainTasks } = (await import(pathToFileURL(path).href)) as typeof Tracker;
    const task = fireTask(sleep(5), 'work');
    expect(await drainTasks({ close: false })).toMatchObject({ drained: true });
    expect(task.status).toBe('done');
    await turn();
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  },
);

const TEXTS = join(import.meta.dirname, '../../dist/tracker');
const ENDINGS = { ts: '.ts', esm: '.mjs', cjs: '.cjs' };

it.each(FLAVOURS)('%s drains at signals where a process is told to stop, and nowhere else', (flavour) => {
  const withShutdown = TOLD_TO_STOP.has(flavour);
  for (const form of ['ts', 'esm', 'cjs'] as const) {
    expect(existsSync(join(TEXTS, flavour, `drain-on-shutdown${ENDINGS[form]}`))).toBe(withShutdown);
    expect(renderTracker(form, flavour)).not.toMatch(/drainOnShutdown|['"]node:|\.\/flavours/);
  }
});
