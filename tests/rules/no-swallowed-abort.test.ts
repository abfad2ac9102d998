import { noSwallowedAbort } from '../../rules/no-swallowed-abort.ts';
import { ruleTester } from '../support/rule-tester.ts';

interface Swallowed {
  readonly name: string;
  readonly code: string;
  /** The signal as the message names it. */
  readonly signal: string;
  /** What the message says ends it. */
  readonly what?: string;
  /** The code once the suggestion is applied; undefined where none is offered. */
  readonly output?: string;
}

const SWALLOWED: Swallowed[] = [
  {
    name: 'a binding',
    signal: 'signal',
    code: "fireTask(async ({ signal }) => {\n  try {\n    await run(signal);\n  } catch (error) {\n    log(error);\n  }\n}, 'x');",
    output:
      "fireTask(async ({ signal }) => {\n  try {\n    await run(signal);\n  } catch (error) {\n    if (signal.aborted) throw error;\n    log(error);\n  }\n}, 'x');",
  },
  {
    name: 'no binding',
    signal: 'task.signal',
    code: "fireTask(async (task) => {\n  try {\n    await run(task.signal);\n  } catch {\n    log();\n  }\n}, 'x');",
    output:
      "fireTask(async (task) => {\n  try {\n    await run(task.signal);\n  } catch (error) {\n    if (task.signal.aborted) throw error;\n    log();\n  }\n}, 'x');",
  },
  {
    name: 'nothing in it',
    signal: 'signal',
    code: "fireTask(async ({ signal }) => {\n  try { await run(signal); } catch (e) {}\n}, 'x');",
    output:
      "fireTask(async ({ signal }) => {\n  try { await run(signal); } catch (e) { if (signal.aborted) throw e;}\n}, 'x');",
  },
  {
    name: 'a renamed signal',
    signal: 'stop',
    code: "fireTask(async ({ signal: stop }) => {\n  try { await run(stop); } catch (e) { log(e); }\n}, 'x');",
    output:
      "fireTask(async ({ signal: stop }) => {\n  try { await run(stop); } catch (e) { if (stop.aborted) throw e; log(e); }\n}, 'x');",
  },
  {
    name: 'a function of its own',
    signal: 'signal',
    code: "const work = async ({ signal }) => {\n  try { await run(signal); } catch (e) { log(e); }\n};\nfireTask(work, 'x');",
    output:
      "const work = async ({ signal }) => {\n  try { await run(signal); } catch (e) { if (signal.aborted) throw e; log(e); }\n};\nfireTask(work, 'x');",
  },
  {
    name: 'a chain',
    signal: 'signal',
    code: "fireTask(async ({ signal }) => {\n  await run(signal).catch((e) => { log(e); });\n}, 'x');",
    output:
      "fireTask(async ({ signal }) => {\n  await run(signal).catch((e) => { if (signal.aborted) throw e; log(e); });\n}, 'x');",
  },
  {
    name: 'a second handler of then',
    signal: 'signal',
    code: "fireTask(async ({ signal }) => {\n  await run(signal).then(ok, (e) => { log(e); });\n}, 'x');",
    output:
      "fireTask(async ({ signal }) => {\n  await run(signal).then(ok, (e) => { if (signal.aborted) throw e; log(e); });\n}, 'x');",
  },
  {
    name: 'a method of the console',
    signal: 'signal',
    code: "fireTask(async ({ signal }) => { await run(signal).catch(console.error); }, 'x');",
  },
  {
    name: 'a return for the error of an abort, before a throw',
    signal: 'signal',
    code: "fireTask(async ({ signal }) => {\n  try { await run(signal); } catch (e) { if (e.name === 'AbortError') return; throw e; }\n}, 'x');",
    output:
      "fireTask(async ({ signal }) => {\n  try { await run(signal); } catch (e) { if (signal.aborted) throw e; if (e.name === 'AbortError') return; throw e; }\n}, 'x');",
  },
  {
    name: 'a throw for other errors only',
    signal: 'signal',
    code: "fireTask(async ({ signal }) => {\n  try { await run(signal); } catch (e) { if (e.name !== 'AbortError') throw e; }\n}, 'x');",
    output:
      "fireTask(async ({ signal }) => {\n  try { await run(signal); } catch (e) { if (signal.aborted) throw e; if (e.name !== 'AbortError') throw e; }\n}, 'x');",
  },
  {
    name: 'a return in a finally',
    signal: 'signal',
    what: 'This return',
    code: "fireTask(async ({ signal }) => { try { await run(signal); } finally { return; } }, 'x');",
  },
  {
    name: 'results that nobody reads',
    signal: 'signal',
    what: '`allSettled`',
    code: "fireTask(async ({ signal }) => { await Promise.allSettled([run(signal), run(1)]); }, 'x');",
  },
  {
    name: 'the line endings of Windows',
    signal: 'signal',
    code: "fireTask(async ({ signal }) => {\r\n  try {\r\n    await run(signal);\r\n  } catch (e) {\r\n    log(e);\r\n  }\r\n}, 'x');",
    output:
      "fireTask(async ({ signal }) => {\r\n  try {\r\n    await run(signal);\r\n  } catch (e) {\r\n    if (signal.aborted) throw e;\r\n    log(e);\r\n  }\r\n}, 'x');",
  },
  {
    name: 'an error that is taken apart: there is no name to throw',
    signal: 'signal',
    code: "fireTask(async ({ signal }) => { try { await run(signal); } catch ({ message }) { log(message); } }, 'x');",
  },
  {
    name: 'a handler without a block',
    signal: 'signal',
    code: "fireTask(async ({ signal }) => { await run(signal).catch((e) => log(e)); }, 'x');",
  },
  {
    name: 'a handler without a parameter',
    signal: 'signal',
    code: "fireTask(async ({ signal }) => { await run(signal).catch(() => { log(); }); }, 'x');",
  },
];

ruleTester().run('no-swallowed-abort', noSwallowedAbort, {
  valid: [
    ...SWALLOWED.flatMap(({ name, output }) =>
      output === undefined ? [] : [{ name: `${name}, as suggested`, code: output }],
    ),
    {
      name: 'work that is not given the signal',
      code: "fireTask(async ({ signal }) => { try { await run(); } catch (e) { log(e); } await go(signal); }, 'x');",
    },
    {
      name: 'a task that takes no signal',
      code: "fireTask(async () => { try { await run(); } catch (e) { log(e); } }, 'x');",
    },
    {
      name: 'a catch that throws another error',
      code: "fireTask(async ({ signal }) => { try { await run(signal); } catch (e) { throw new Error('x', { cause: e }); } }, 'x');",
    },
    {
      name: 'a catch that looks at the signal',
      code: "fireTask(async ({ signal }) => { try { await run(signal); } catch (e) { if (!signal.aborted) log(e); } }, 'x');",
    },
    {
      name: 'a look afterwards',
      code: "fireTask(async ({ signal }) => { try { await run(signal); } catch (e) { log(e); } signal.throwIfAborted(); }, 'x');",
    },
    {
      name: 'a function within',
      code: "fireTask(async ({ signal }) => { on(async () => { try { await run(signal); } catch (e) { log(e); } }); }, 'x');",
    },
    {
      name: 'a finally',
      code: "fireTask(async ({ signal }) => { try { await run(signal); } finally { done(); } }, 'x');",
    },
    {
      name: 'a return in a function of a finally',
      code: "fireTask(async ({ signal }) => { try { await run(signal); } finally { on(() => { return 1; }); } }, 'x');",
    },
    {
      name: 'results that are read, and results of what knows no signal',
      code: "fireTask(async ({ signal }) => { const all = await Promise.allSettled([run(signal)]); check(all); await Promise.allSettled([run(1)]); }, 'x');",
    },
    {
      name: 'a word about the abort before a throw, and a throw for it',
      code: "fireTask(async ({ signal }) => { try { await run(signal); } catch (e) { if (e.name === 'AbortError') log(e); throw e; } await run(signal).catch((e) => { if (e.name === 'AbortError') throw e; }); }, 'x');",
    },
    {
      name: 'a handler that may throw again, and the first one of then',
      code: "fireTask(async ({ signal }) => { await run(signal).catch(handle); await run(signal).then(() => {}); }, 'x');",
    },
    {
      name: 'what is no task',
      code: 'start(async ({ signal }) => { try { await run(signal); } catch (e) { log(e); } });',
    },
    {
      name: 'the helper, where the option names another tracker',
      code: "fireTask(async ({ signal }) => { try { await run(signal); } catch (e) { log(e); } }, 'x');",
      options: [{ tracker: 'track' }],
    },
  ],
  invalid: [
    ...SWALLOWED.map(({ name, code, signal, output, what = 'This catch' }) => ({
      name,
      code,
      errors: [
        {
          messageId: 'swallowed' as const,
          data: { signal, what },
          suggestions: output === undefined ? null : [{ messageId: 'rethrow' as const, output }],
        },
      ],
    })),
    {
      name: 'the head of the catch, under the tracker of the option',
      code: "track(async ({ signal }) => {\n  try { await run(signal); } catch ({ message }) { log(message); }\n}, 'x');",
      options: [{ tracker: 'track' }],
      errors: [{ messageId: 'swallowed', line: 2, column: 30, endLine: 2, endColumn: 50 }],
    },
  ],
});
