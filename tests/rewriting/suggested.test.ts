import { describe, expect, it } from 'vitest';
import type { RemedyName } from '../../src/findings/forms.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { applyEdits } from '../../src/rewriting/edit.ts';
import { rewritesFor } from '../../src/rewriting/plan.ts';
import { sourceFrom } from '../support/findings.ts';
import { VIRTUAL } from '../support/rewritten.ts';
import { evaluationBy, findUntracked, trackerReference } from '../support/engine.ts';

const HEAD = `import express from 'express';
import Koa from 'koa';
async function run(x) { return x; }
const app = express();
const koa = new Koa();
`;

/**
 * What an editor shows once the suggestion of this name for the first finding is taken; undefined when it offers none.
 */
function taken(remedy: RemedyName, code: string): string | undefined {
  const source = sourceFrom(`${HEAD}${code}\n`, `${VIRTUAL}/app.mjs`);
  const [finding] = findUntracked(source, completeOptions({ reach: 'file' }));
  if (finding === undefined) throw new Error('nothing found');
  const home = { path: `${VIRTUAL}/lib/fire-task.js`, form: 'esm', exists: false, flavour: 'node' } as const;
  const rewrite = rewritesFor(finding, source, {
    tracker: trackerReference(home, source),
    names: 'static',
    evaluation: evaluationBy(),
  }).find((offered) => offered.remedy === remedy);
  if (rewrite === undefined) return undefined;
  const after = applyEdits(source.text, rewrite.edits);
  expect(after.startsWith(HEAD), 'nothing before it changes').toBe(true);
  return after.slice(HEAD.length, -1);
}

const handler = (body: string): string => `app.post('/x', async (req, res) => { ${body} });`;
const middleware = (code: string): string => `koa.use(${code});`;

describe('await, as an editor offers it', () => {
  it.each<[situation: string, before: string, after: string | undefined]>([
    ['of a call', handler('run(1);'), handler('await run(1);')],
    ['in the place of void', handler('void run(1);'), handler('await run(1);')],
    ['in the place of void before a parenthesis', handler('void(run(1));'), handler('await(run(1));')],
    ['in the place of !', handler('!run(1);'), handler('await run(1);')],
    ['beside a void whose value is the answer', handler('return void run(1);'), handler('return void await run(1);')],
    ['in the place of a void behind a condition', handler('req.x && void run(1);'), handler('req.x && await run(1);')],
    [
      'beside a void whose value is a condition',
      handler('void run(1) || res.end();'),
      handler('void await run(1) || res.end();'),
    ],
    ['of a map', handler('ids.map(run);'), handler('await Promise.all(ids.map(run));')],
    ['of a map, in the place of void', handler('void ids.map(run);'), handler('await Promise.all(ids.map(run));')],
    ['of a test', handler('if (run(1)) res.end();'), handler('if (await run(1)) res.end();')],
    ['of an operand', handler("res.end('x' + run(1));"), handler("res.end('x' + await run(1));")],
    [
      'of next in middleware',
      middleware('async (ctx, next) => { void next(); }'),
      middleware('async (ctx, next) => { await next(); }'),
    ],
    ['not where the function is not async', "app.post('/x', (req, res) => { run(1); });", undefined],
  ])('%s', (_, before, after) => {
    expect(taken('await', before)).toBe(after);
  });
});

describe('return, as an editor offers it', () => {
  it.each<[situation: string, before: string, after: string | undefined]>([
    ['of a call', handler('run(1);'), handler('return run(1);')],
    ['in the place of void', handler('void run(1);'), handler('return run(1);')],
    ['in the place of void before a parenthesis', handler('void(run(1));'), handler('return(run(1));')],
    ['in the place of !', handler('!run(1);'), handler('return run(1);')],
    ['of a map', handler('ids.map(run);'), handler('return Promise.all(ids.map(run));')],
    ['of a map, in the place of void', handler('void ids.map(run);'), handler('return Promise.all(ids.map(run));')],
    [
      'in a method',
      handler('class A { x() { run(1); } } new A().x();'),
      handler('class A { x() { return run(1); } } new A().x();'),
    ],
    ['not in a constructor', handler('class A { constructor() { run(1); } } new A();'), undefined],
    ['not in a setter', handler('class A { set x(v) { run(1); } } new A().x = 1;'), undefined],
    ['not in a setter of an object', handler('const a = { set x(v) { run(1); } }; a.x = 1;'), undefined],
    ['not where something follows', handler('run(1); res.end();'), undefined],
    [
      'of next in middleware',
      middleware('(ctx, next) => { void next(); }'),
      middleware('(ctx, next) => { return next(); }'),
    ],
    ['of next without a block', middleware('(ctx, next) => void next()'), middleware('(ctx, next) => next()')],
    [
      'of a void of next that is returned',
      middleware('(ctx, next) => { return void next(); }'),
      middleware('(ctx, next) => { return next(); }'),
    ],
    ['not of next on another line than its void', middleware('(ctx, next) => { void\nnext(); }'), undefined],
  ])('%s', (_, before, after) => {
    expect(taken('return', before)).toBe(after);
  });
});
