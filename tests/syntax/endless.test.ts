import { expect, it } from 'vitest';
import { isExit } from '../../src/syntax/exit.ts';
import { isEndless, neverEnds } from '../../src/syntax/endless.ts';
import { someIn } from '../../src/syntax/walk.ts';
import { sourceFrom } from '../support/findings.ts';

/** Whether a function with these statements never ends. */
function isForever(statements: string, head = 'async function'): boolean {
  const source = sourceFrom(`${head} f(x) { ${statements} }`);
  const [fn] = source.ast.body;
  if (fn?.type !== 'FunctionDeclaration') throw new Error('not a function');
  return neverEnds(fn.body, source);
}

it.each([
  'while (true) await run();',
  'while (1) await run();',
  "while ('on') await run();",
  'while (!0) await run();',
  'while (!false) await run();',
  'for (;;) await run();',
  'for (; true; ) await run();',
  'do { await run(); } while (true);',
  'do { await run(); } while (1);',
  'while (true as boolean) await run();',
  'if (x) while (true) await run();',
  // What leaves something else, or nothing.
  'while (true) { for (const y of x) { if (y) break; } }',
  'while (true) { for (;;) break; }',
  'while (true) { while (x) { break; } }',
  'while (true) { do { break; } while (x); }',
  'while (true) { for (const y in x) break; }',
  'while (true) { switch (x) { case 1: break; default: await run(); } }',
  'while (true) { inner: { if (x) break inner; await run(); } }',
  'while (true) { inner: for (;;) { for (;;) break inner; } }',
  'loop: while (true) { for (;;) continue loop; }',
  'loop: while (true) { if (x) continue loop; await run(); }',
  'a: b: while (true) { if (x) continue a; await run(); }',
  'while (true) { if (x) continue; await run(); }',
  'while (true) { x.map((y) => { return y; }); }',
  'while (true) { x.on(function () { throw new Error(); }); }',
  'while (true) { const end = () => process.exit(0); await run(end); }',
  "while (true) { try { throw new Error('x'); } catch { await run(); } }",
  'while (true) { const process = x; process.exit(); }',
  'while (true) { try { x.throwIfAborted(); } catch {} await run(); }',
  'while (true) { x.on(() => { x.throwIfAborted(); }); await run(); }',
  'outer: for (;;) { while (true) { if (x) continue outer; } }',
])('never ends: %s', (statements) => {
  expect(isForever(statements)).toBe(true);
});

it.each([
  'while (x) await run();',
  'while (false) await run();',
  'while (0) await run();',
  'while (null) await run();',
  "while ('') await run();",
  'while (!1) await run();',
  'do { await run(); } while (false);',
  'do { await run(); } while (x);',
  'for (;x;) await run();',
  'for (;false;) await run();',
  'for (const y of x) await y;',
  'for await (const y of x) await y;',
  'while (true) { if (x) break; }',
  'do { if (x) break; } while (true);',
  'for (;;) { if (x) return; }',
  'while (true) { for (const y of x) { if (y) return; } }',
  'while (true) { switch (x) { case 1: return; } }',
  "while (true) { if (x) throw new Error('x'); }",
  'while (true) { try { await run(); } catch (error) { throw error; } }',
  'while (true) { try { throw x; } finally { await run(); } }',
  'try { while (true) { throw x; } } catch { await run(); }',
  'while (true) { if (x) process.exit(0); }',
  'while (true) { x.throwIfAborted(); await run(); }',
  'for (;;) { signal?.throwIfAborted(); await run(); }',
  'try { while (true) { x.throwIfAborted(); await run(); } } catch {}',
  'while (true) { if (x) process?.exit(0); }',
  'loop: while (true) { for (;;) break loop; }',
  'loop: while (true) { switch (x) { case 1: break loop; } }',
  'all: { while (true) { if (x) break all; } }',
  'all: for (const y of x) { while (true) { if (y) continue all; } }',
  'const poll = async () => { while (true) await run(); };',
])('may end: %s', (statements) => {
  expect(isForever(statements)).toBe(false);
});

it('a generator ends where nobody asks for more', () => {
  expect(isForever('while (true) { yield await run(); }', 'async function*')).toBe(false);
});

it('what follows a loop with no condition is reached by a break', () => {
  const loops = (code: string): boolean => someIn(sourceFrom(code).ast, isEndless);
  expect(loops('for (;;) { break; }')).toBe(true);
  expect(loops('do { run(); } while (false);')).toBe(false);
});

it.each([
  ['process.exit(1);', true],
  ['(process as any).exit();', true],
  ["import process from 'node:process'; process.exit();", true],
  ["import * as own from 'process'; own.exit();", true],
  ["import { exit } from 'node:process'; exit(1);", true],
  ["import { exit as leave } from 'node:process'; leave(1);", true],
  ["const process = require('node:process'); process.exit(1);", true],
  ['function end(process) { process.exit(1); }', true],
  ["import { exit } from './own.js'; exit(1);", false],
  ["import { process } from './own.js'; process.exit(1);", false],
  ['const process = create(); process.exit(1);', false],
  ['function end(child) { child.exit(1); }', false],
  ['process.exitCode = 1;', false],
  ['exit(1);', false],
])('ends the process: %s %s', (code, ends) => {
  const source = sourceFrom(code);
  expect(someIn(source.ast, (node) => isExit(node, source))).toBe(ends);
});
