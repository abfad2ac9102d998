import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/findings/finding.ts';
import type { UserOptions } from '../../src/findings/options.ts';
import { findingsIn } from '../support/findings.ts';

const HEAD =
  "import express from 'express';\nimport { Queue } from 'bullmq';\nimport knex from 'knex';\nconst db = knex({}), queue = new Queue('q');\nasync function run(x) { await x; }\nasync function other() { await 0; }\n";

function findings(body: string, options: UserOptions = {}, handler = 'async (req, res)'): readonly Finding[] {
  return findingsIn(`${HEAD}express().post('/', ${handler} => {\n${body}\n});\n`, options);
}

describe('what can be done, best first', () => {
  const ROWS: readonly (readonly [title: string, body: string, remedies: readonly string[], handler?: string])[] = [
    ['in an async handler', 'run(1);\nother.x = 1;', ['fire-task', 'await']],
    ['in one that is not async', 'run(1);\nother.x = 1;', ['fire-task'], '(req, res)'],
    ['as the last statement', 'other.x = 1;\nrun(1);', ['fire-task', 'await', 'return']],
    ['as the last statement of a block', 'if (req.x) {\nrun(1);\n}', ['fire-task', 'await']],
    ['where it is put aside', 'const p = run(1);', ['fire-task']],
    ['of a queue, whose job is lost with it', "queue.add('x', {});\nother.x = 1;", ['await', 'fire-task']],
    ['of a query, which is not sent', "db('users').insert({});\nother.x = 1;", ['await', 'fire-task']],
    ['of a query, where nothing can be awaited', "db('users').insert({});\nother.x = 1;", ['fire-task'], '(req, res)'],
    ['of an answer', 'res.json(run(1));', ['await']],
    ['of a callback', 'setTimeout(async () => { await run(1); }, 1);', ['fire-task']],
    [
      'of an answer in a callback that waits for nothing, where the first await would be lost',
      "req.on('end', async () => { res.json(run(1)); });",
      [],
    ],
    [
      'of an answer in a callback that waits already',
      "req.on('end', async () => { res.json(run(1)); await res.x; });",
      ['await'],
    ],
    ['of a map that is awaited as it is', 'await req.body.map((x) => run(x));', ['await']],
  ];

  it.each(ROWS.map(([title, body, remedies, handler]) => ({ title, body, remedies, handler })))(
    '$title',
    ({ body, remedies, handler }) => {
      expect(findings(body, {}, handler).at(-1)?.remedies).toEqual(remedies);
    },
  );

  it('nothing by itself where a path has to be thought about', () => {
    expect(
      findings('const p = run(1);\nif (req.x) return;\nawait p;', { strict: true }).map(({ remedies }) => remedies),
    ).toEqual([[]]);
  });

  it('of middleware, to await or to return what continues', () => {
    const koa = "import Koa from 'koa';\nnew Koa().use(async (ctx, next) => { next(); ctx.x = 1; });";
    expect(findingsIn(koa).map(({ form, remedies }) => [form, remedies])).toEqual([
      ['middleware', ['await', 'return']],
    ]);
  });
});

describe('a note says what only this code calls for', () => {
  const TRIED = 'The surrounding try/catch can never catch its rejection.';
  it.each<readonly [title: string, body: string, note: string | undefined]>([
    ['a try around it', 'try { run(1); } catch (error) { other.x = error; }', TRIED],
    ['a try further out', 'try { if (req.x) { run(1); } } catch (error) { other.x = error; }', TRIED],
    ['a try without a catch', 'try { run(1); } finally { other.x = 1; }', undefined],
    ['the catch of a try', 'try { other.x = 1; } catch { run(1); }', undefined],
    [
      'a try around the function',
      'try { const go = async () => { run(1); }; await go(); } catch { other.x = 1; }',
      undefined,
    ],
    ['a catch that handles it, in a try', 'try { run(1).catch(console.error); } catch { other.x = 1; }', undefined],
    ['an answer in a try', 'try { res.json(run(1)); } catch { other.x = 1; }', undefined],
    [
      'a catch that only rethrows',
      'run(1).catch((error) => { throw error; });',
      'Its catch only rethrows, so nothing is handled.',
    ],
    [
      'a catch that only rethrows, before one that does more',
      'run(1).catch((error) => { throw error; }).catch(console.error);',
      undefined,
    ],
    [
      'a catch that logs and rethrows',
      'run(1).catch((error) => { console.error(error); throw error; });',
      'Its catch throws again, so the process can still crash.',
    ],
    ['a catch by name', 'run(1).catch(console.error);', undefined],
    ['a catch that is an expression', 'run(1).catch((error) => null);', undefined],
    ['a then that throws, and a catch', 'run(1).then(() => { throw new Error(); }).catch(console.error);', undefined],
    ['a finally without a function, and a catch', 'run(1).finally().catch(console.error);', undefined],
  ])('%s', (_title, body, note) => {
    expect(findings(body).map((finding) => finding.note)).toEqual([note]);
  });

  it('by which line a path leaves, or where the function ends', () => {
    const noteOf = (body: string): (string | undefined)[] => findings(body, { strict: true }).map(({ note }) => note);
    expect(noteOf('const p = run(1);\nif (req.x) return;\nawait p;')).toEqual(['Line 9 returns or throws without it.']);
    expect(noteOf('const p = run(1);\nif (req.x) await p;')).toEqual([
      'The function can end on line 10 without using it.',
    ]);
  });

  it('not for middleware in a try', () => {
    expect(
      findingsIn(
        "import Koa from 'koa';\nnew Koa().use(async (ctx, next) => { try { next(); } catch { ctx.x = 1; } });",
      ).map(({ note }) => note),
    ).toEqual([undefined]);
  });
});

describe('the order of findings', () => {
  it('is that of the source', () => {
    const starts = findings(
      'run(1).catch(console.error);\nrun(2);\nsetTimeout(async () => { await run(3); run(4); }, 1);\nrun(5);',
    ).map(({ node }) => node.range[0]);
    expect(starts).toHaveLength(5);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });
});
