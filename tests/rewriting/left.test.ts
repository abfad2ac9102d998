import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import type { RemedyName } from '../../src/findings/forms.ts';
import type { PlanOptions } from '../../src/rewriting/plan-source.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { contextOf } from '../../src/rewriting/context.ts';
import { REMEDIES } from '../../src/rewriting/remedies/index.ts';
import { sourceFrom } from '../support/findings.ts';
import { planned, VIRTUAL } from '../support/rewritten.ts';
import { evaluationBy, findUntracked, trackerReference } from '../support/engine.ts';

const HEAD = `import express from 'express';
import Koa from 'koa';
const app = express();
const koa = new Koa();
const log = console.log;
async function run(x) { await x; }
async function ping(id) { await id; }
`;

interface Left {
  /** What stands in the handler. */
  readonly body: string;
  readonly code: string;
  /**
   * `typescript` for a body with types, `koa` for middleware, `lambda` for a platform that freezes what outlives the
   * answer.
   */
  readonly as?: 'typescript' | 'koa' | 'sync koa' | 'lambda' | 'browser';
  readonly options?: PlanOptions;
}

function fileOf({ body, as }: Left): { text: string; file: string } {
  const file = as === 'typescript' ? 'app.ts' : 'app.js';
  if (as === 'koa' || as === 'sync koa')
    return { text: `${HEAD}koa.use(${as === 'koa' ? 'async ' : ''}(ctx, next) => {\n${body}\n});\n`, file };
  if (as === 'browser')
    return { text: `'use client';\n${HEAD}app.post('/x', async (req, res) => {\n${body}\n});\n`, file };
  if (as === 'lambda')
    return {
      text: `${HEAD}/** @type {import('aws-lambda').APIGatewayProxyHandlerV2} */\nexport const handler = async (event) => {\n${body}\n};\n`,
      file,
    };
  return { text: `${HEAD}app.post('/x', async (req, res, next) => {\n${body}\n});\n`, file };
}

const LEFT: readonly (Left & { readonly what: string })[] = [
  {
    what: 'a variable that is set in two branches, and onto which work is chained',
    body: 'let p; if (x) { p = run(1); } else { p = null; }\np?.then((y) => ping(y));',
    code: 'unread-holder',
  },
  {
    what: 'a callback given by name whose parameter is taken apart',
    body: 'ids.forEach(other); async function other({ id }) { await id; }',
    code: 'function-reference',
  },
  {
    what: 'a callback given by name that is read from what may change',
    body: 'ids.forEach(jobs[0]); const jobs = [async () => { await 1; }];',
    code: 'function-reference',
  },
  {
    what: 'a callback given by name whose parameter has the name of the helper',
    body: 'ids.forEach(other); async function other(fireTask) { await fireTask; }',
    code: 'function-reference',
  },
  {
    what: 'a callback of nextTick given by name, whose parameters would have no types',
    body: 'process.nextTick(run, 1);',
    code: 'function-reference',
    as: 'typescript',
  },
  {
    what: 'a callback given by name that uses this',
    body: 'ids.forEach(other); async function other(id) { this.x = await id; }',
    code: 'uses-this',
  },
  {
    what: 'a callback given by name that asks how it is called',
    body: 'ids.forEach(other); async function other(id) { await new.target; }',
    code: 'uses-this',
  },
  {
    what: 'a listener that is taken off by its name',
    body: "const other = async () => { await x; }; res.on('close', other); res.off('close', other);",
    code: 'removed-by-name',
  },
  {
    what: 'a listener of an object that is taken off by its name',
    body: "const on = { async close() { await x; } }; res.on('close', on.close); res.removeListener('close', on.close);",
    code: 'removed-by-name',
  },
  {
    what: 'a callback that waits for itself',
    body: 'ids.forEach(async function visit(id) { await ping(id); for (const inner of id) await visit(inner); });',
    code: 'names-itself',
  },
  {
    what: 'a listener that takes itself off and calls itself',
    body: "req.on('close', async function gone() { req.off('close', gone); await x; if (y) await gone(); });",
    code: 'names-itself',
  },
  {
    what: 'a callback that declares its parameter again',
    body: 'ids.forEach(async function (id) { var id = id || 1; await ping(id); });',
    code: 'redeclares-parameter',
  },
  {
    what: 'an answer that is chained onto as well',
    body: 'const p = run(1); p.catch(log); res.json({ p });',
    code: 'chained-holder',
  },
  {
    what: 'work in a listener for the exit of the process',
    body: "process.on('exit', () => { run(1); });",
    code: 'last-event',
  },
  {
    what: 'code for the browser',
    body: 'run(1);',
    code: 'browser',
    as: 'browser',
  },
  {
    what: 'a loop that nothing leaves',
    body: 'async function poll() { for (;;) await x; }\npoll();',
    code: 'never-ends',
  },
  {
    what: 'what ends the process',
    body: 'async function leave() { try { await x; } finally { process.exit(0); } }\nleave();',
    code: 'ends-process',
  },
  {
    what: 'a file that is made from others',
    body: 'run(1);\n//# sourceMappingURL=app.js.map',
    code: 'written-elsewhere',
  },
  {
    what: 'what runs at a signal',
    body: "process.once('SIGTERM', async () => { await run(1); });",
    code: 'signal-handler',
  },
  {
    what: 'a guard',
    body: 'async function assertOpen(id) { await id; }\nassertOpen(1);\nres.x = 1;',
    code: 'likely-slip',
  },
  {
    what: 'an answer whose type says that it is a promise',
    body: 'const p: Promise<void> = run(1); res.json({ p });',
    code: 'typed-promise',
    as: 'typescript',
  },
  {
    what: 'an answer in a callback that is not async',
    body: 'later(() => { res.json(run(x)); });',
    code: 'sync-function',
  },
  {
    what: 'a test of a promise in a function that is not async',
    body: 'function check() { if (run(x)) log(1); } check();',
    code: 'sync-function',
  },
  {
    what: 'middleware that goes on after next and is not async',
    body: 'next(); ctx.status = 200;',
    code: 'sync-function',
    as: 'sync koa',
  },
  {
    what: 'next in a timer, where returning it gives it to nobody',
    body: 'setTimeout(() => { next(); }, 5);',
    code: 'sync-function',
    as: 'sync koa',
  },
  {
    what: 'a promise tested in a default value',
    body: 'const check = async (y = !run(1)) => y; await check();',
    code: 'in-parameter',
  },
  {
    what: 'a collection that its type says holds promises',
    body: 'const ps: Promise<void>[] = []; ps.push(run(1));',
    code: 'unread-collection',
    as: 'typescript',
  },
  {
    what: 'a Set that its type says holds promises',
    body: 'const ps = new Set<Promise<void>>(); ps.add(run(1));',
    code: 'unread-collection',
    as: 'typescript',
  },
  {
    what: 'an object that its type says holds a promise',
    body: 'const o: { p: Promise<void> } = { p: run(1) };',
    code: 'unread-holder',
    as: 'typescript',
  },
  { what: 'a variable of a loop', body: 'for (const p = run(1); ;) break;', code: 'unread-holder' },
  { what: 'an assignment within an assignment', body: 'let p, q; p = q = run(1);', code: 'unread-holder' },
  { what: 'an assignment behind a condition', body: 'let p; x && (p = run(1));', code: 'unread-holder' },
  {
    what: 'a declaration that is the only statement of a branch',
    body: 'if (x) var p = run(1);',
    code: 'unread-holder',
  },
  { what: 'a finding that a person left', body: 'run(1);', code: 'declined', options: { accepts: () => false } },
  {
    what: 'a promise that one path drops',
    body: 'const p = run(1); if (x) return; await p;',
    code: 'no-remedy',
    options: { rule: { reach: 'file', strict: true } },
  },
  {
    what: 'a promise tested in a dropped callback, whose first await would be lost itself',
    body: 'ids.forEach(async (id) => { if (ping(id)) log(id); });',
    code: 'no-remedy',
  },
  {
    what: 'a predicate that is async',
    body: 'res.json(ids.filter(async (id) => { await ping(id); return id; }));',
    code: 'no-remedy',
  },
  {
    what: 'the loser of a race',
    body: 'await Promise.race([run(1), log(1)]);',
    code: 'no-remedy',
    options: { rule: { reach: 'file', strict: true } },
  },
  {
    what: 'a promise in what map makes of each',
    body: 'res.json(ids.map((id) => ({ id, p: ping(id) })));',
    code: 'sync-function',
  },
  {
    what: 'next in a dropped callback',
    body: 'ctx.ids.forEach(async (id) => { next(); });',
    code: 'no-remedy',
    as: 'koa',
  },
  {
    what: 'a launch on a platform that freezes what outlives the answer',
    body: 'run(1);',
    code: 'platform',
    as: 'lambda',
  },
  {
    what: 'a line with our own comment',
    body: '// fire-task-ignore-next-line: it only warms a cache\nrun(x);',
    code: 'opted-out',
  },
  { what: 'a line that ESLint is not to look at', body: 'run(x); // eslint-disable-line', code: 'opted-out' },
  {
    what: 'a stretch of lines that say they are meant',
    body: '/* eslint-disable fire-task/no-untracked-promises */\nrun(x);\n/* eslint-enable fire-task/no-untracked-promises */',
    code: 'opted-out',
  },
  {
    what: 'a stretch of lines without an end',
    body: '/* eslint-disable fire-task/no-untracked-promises */\nrun(x);',
    code: 'opted-out',
  },
  {
    what: 'a line below a comment of several lines that says it is meant',
    body: '/* eslint-disable-next-line fire-task/no-untracked-promises --\n   reads nothing back */\nrun(x);',
    code: 'opted-out',
  },
  {
    what: 'a line that says it is meant',
    body: '// eslint-disable-next-line fire-task/no-untracked-promises -- reads nothing back\nrun(x);',
    code: 'opted-out',
  },
];

describe('a place that cannot be rewritten safely', () => {
  it.each(LEFT)('is left, with $code: $what', (left) => {
    const { text, file } = fileOf(left);
    const plan = planned(text, file, left.options);
    expect([...new Set(plan.skips.map(({ code }) => code))]).toEqual([left.code]);
    expect(plan.skips.every(({ reason }) => /^[A-Z].*\.$/.test(reason))).toBe(true);
    expect(plan.rewrites).toEqual([]);
    expect(plan.output).toBe(text);
  });
});

/**
 * What an editor would be offered, were it not for these: the codemod has another remedy for them, or says why the
 * first does not fit.
 */
const NOT_OFFERED: readonly (Left & { readonly what: string; readonly remedy: RemedyName })[] = [
  { what: 'returning what is followed by something', remedy: 'return', body: 'run(1); log(1);', code: 'not-last' },
  { what: 'returning a value of two', remedy: 'return', body: 'void (x && run(1));', code: 'one-of-several' },
  {
    what: 'returning what is on another line than its void',
    remedy: 'return',
    body: 'void\nrun(1);',
    code: 'line-break',
  },
  {
    what: 'returning next in a function inside the middleware',
    remedy: 'return',
    body: 'ctx.later(() => { next(); });',
    code: 'inner-function',
    as: 'koa',
  },
  { what: 'a task of middleware', remedy: 'fire-task', body: 'next();', code: 'needs-await', as: 'koa' },
  { what: 'a task of what is answered with', remedy: 'fire-task', body: 'res.json(run(1));', code: 'needs-await' },
];

describe('a remedy that does not fit', () => {
  it.each(NOT_OFFERED)('is refused, with $code: $what', ({ remedy, ...left }) => {
    const { text, file } = fileOf(left);
    const source = sourceFrom(text, `${VIRTUAL}/${file}`);
    const [finding] = findUntracked(source, completeOptions({ reach: 'file' }));
    if (finding === undefined) throw new Error('nothing found');
    const home = { path: `${VIRTUAL}/lib/fire-task.js`, form: 'esm', exists: false, flavour: 'node' } as const;
    expect(
      REMEDIES[remedy](
        finding,
        contextOf(source, { tracker: trackerReference(home, source), names: 'ids', evaluation: evaluationBy() }),
      ),
    ).toMatchObject({ code: left.code });
  });
});

/** Guards: nothing that is found gets that far today. */
const UNREACHED = new Set([
  // Code in the body of a class is no part of the function around it.
  'in-class-body',
  // Two findings share a removal, or touch nothing in common.
  'overlap',
  // Every arrow function has its arrow.
  'unusual-callback',
  // See verify.test.ts for what it looks at.
  'not-verified',
]);

it('has an example for every code', () => {
  const root = new URL('../../src/rewriting/', import.meta.url);
  const codes = globSync('**/*.ts', { cwd: root.pathname }).flatMap((file) =>
    [...readFileSync(new URL(file, root), 'utf8').matchAll(/\bcode: '([^']+)'/g)].map(([, code = '']) => code),
  );
  expect([...new Set(codes)].sort()).toEqual(
    [...new Set([...LEFT, ...NOT_OFFERED].map(({ code }) => code)), ...UNREACHED].sort(),
  );
});
