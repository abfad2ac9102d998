import { describe, expect, it } from 'vitest';
import { rewritten } from '../support/rewritten.ts';
import { TRACED, traceOf } from '../support/trace.ts';

const PROGRAMS: readonly (readonly [situation: string, body: string])[] = [
  ['arguments are evaluated before the call', "run(next(1)); log('after');"],
  ['an argument waits', "run(await next(1)); log('after');"],
  [
    'a synchronous throw reaches the handler',
    "try { broken(1); } catch (error) { log('caught', error.message); } broken(0);",
  ],
  ['a synchronous throw leaves the handler', "broken(1); log('never');"],
  ['a rejection is handled where it was', "fail(1).catch((error) => log('caught', error.message)); log('after');"],
  ['a chain goes on', "run(1).then(next).finally(() => log('finally'));"],
  ['a void is taken away', "void run(next(1)); log('after'); return void run(2);"],
  ['two are in a ternary', 'next(0) ? run(1) : run(2);'],
  ['one is behind a condition', 'next(0) && run(1); next(1) && run(2); next(0) || run(3);'],
  ['several stand in a sequence', 'next(1), run(next(2)), run(next(3));'],
  ['an async function runs in place', "(async () => { log('in'); await run(1); log('out'); })(); log('after');"],
  [
    'an async function in place has its own this',
    "(async function () { log('in', this === undefined ? 'none' : typeof this); await run(1); })(); log('after');",
  ],
  ['an async function in place takes an argument', '(async (x) => { await run(x); })(next(1));'],
  [
    'an async arrow function sees this and arguments',
    "(async () => { log(this.name, arguments.length); await run(1); })(); log('after');",
  ],
  ['promises are combined', 'Promise.all([run(next(1)), run(next(2))]);'],
  ['an array is mapped and dropped', '[1, 2].map(async (x) => { await run(next(x)); });'],
  [
    'a callback of forEach is async',
    "[1, 2].forEach(async (x, at) => { log('each', x, at); await run(x); log('done', x); }); log('after');",
  ],
  [
    'a callback of forEach has its own this and arguments',
    "[1].forEach(async function (x) { log(this.name, arguments.length, x); await run(x); log(this.name); }, { name: 'given' });",
  ],
  ['a callback of forEach gives the promise back', '[1, 2].forEach((x) => run(x));'],
  ['a callback of forEach is given by name', '[1, 2].forEach(run);'],
  ['a callback assigns its parameter', '[1].forEach(async (x) => { x = next(x + 1); await run(x); });'],
  ['a timer has an async callback', "setTimeout(async () => { log('timer'); await run(1); log('done'); }, 1);"],
  ['a timer is given a function and its argument', 'setTimeout(run, 1, next(1));'],
  ['a listener is async', "res.on('finish', async () => { await run(1); });"],
  ['a variable is never read', "const p = run(next(1)); log('after');"],
  ['a variable is chained later', "const p = run(next(1)); log('between'); p.then(() => log('then'));"],
  ['a variable is assigned and never read', 'let p; p = run(next(1));'],
  ['an object holds it', 'const held = { first: next(1), p: run(2), last: next(3) };'],
  ['a collection holds it', 'const all = []; all.push(next(1), run(2));'],
];

describe('a program does the same before and after when', () => {
  it.each(PROGRAMS)('%s', async (_, body) => {
    const before = `${TRACED}/** @type {import('express').RequestHandler} */\nexports.handler = async function (req, res) {\n${body}\n};\n`;
    const after = rewritten(before, 'app.js');
    expect(after).toContain('fireTask(');
    expect(await traceOf(after)).toEqual(await traceOf(before));
  });

  it('nothing is left to reject unhandled, which ended the process before', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown): void => {
      unhandled.push(error);
    };
    process.on('unhandledRejection', note);
    const trace = await traceOf(
      rewritten(
        `${TRACED}/** @type {import('express').RequestHandler} */\nexports.handler = async function (req, res) {\nfail(1);\n};\n`,
        'app.js',
      ),
    );
    process.off('unhandledRejection', note);
    expect(trace).toEqual(['fail 1', 'returned undefined', 'answered']);
    expect(unhandled).toEqual([]);
  });
});
