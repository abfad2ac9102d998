import { describe, expect, it } from 'vitest';
import { planned } from '../support/rewritten.ts';

const HEAD = `import express from 'express';
const app = express();
async function run(x) { await x; }
const server = { async close() { await run(); } };
`;

/** What becomes of what a handler does with the functions that are declared. */
function codesOf(functions: string, body: string): string[] {
  const code = `${HEAD}${functions}\napp.post('/x', async (req, res) => { ${body} res.json(1); });\n`;
  const { rewrites, skips } = planned(code);
  return [...rewrites.map(({ remedy }) => remedy), ...skips.map(({ code: reason }) => reason)];
}

describe('a function that ends the process on its way is no task', () => {
  it.each([
    'async function end() { await run(1); process.exit(); }',
    'async function end() { await run(1); return process.exit(0); }',
    'async function end() { await run(1); void process.exit(0); }',
    'async function end() { await run(1), process.exit(0); }',
    'async function end() { await run(1); await process.exit(0); }',
    'async function end() { await run(1); process.exit(failed ? 1 : 0); }',
    'async function end() { await run(1); process.exit(1); }',
    'async function end() { try { await run(1); process.exit(0); } catch { process.exit(1); } }',
    'async function end() { try { await run(1); } finally { process.exit(1); } }',
    'async function end(x) { await run(1); if (x) process.exit(0); }',
    'async function end(x) { await run(1); if (x) { process.exit(1); } else { process.exit(0); } }',
    'async function end(x) { await run(1); if (x) return process.exit(); }',
    'async function end(x) { await run(1); x ? process.exit(1) : process.exit(0); }',
    'async function end(x) { await run(1); switch (x) { case 1: process.exit(0); } }',
    'async function end(x) { await run(1); while (x) { process.exit(1); } }',
    'async function end() { await server.close().then(() => process.exit(0)); }',
    'async function end() { await server.close().finally(function () { process.exit(); }); }',
    'async function end(code) { await run(1); setTimeout(() => process.exit(code), 500); }',
    'async function end() { await run(1); setImmediate(() => { process.exit(); }); }',
    'async function end() { await run(1); req.http.close(() => process.exit(0)); }',
    'const end = async () => process.exit(0);',
    'function die() { console.error(1); process.exit(0); }\nasync function end() { await run(1); die(); }',
    'const die = () => process.exit();\nasync function end() { await run(1); await die(); }',
    'function last() { die(); }\nfunction die() { process.exit(1); }\nasync function end() { await run(1); last(); }',
    'const end = async (x) => (await run(x), process.exit(0));',
    'const end = async (x) => { await run(x); { process.exit(); } };',
    // What it waits for is on its way, too.
    'async function last() { await run(1); process.exit(0); }\nasync function end() { await last(); }',
    'async function last() { await run(1); process.exit(0); }\nconst end = async () => last();',
    'async function last() { process.exit(0); }\nasync function end(x) { if (x) return last(); await run(2); }',
  ])('%s', (end) => {
    expect(codesOf(end, 'end(1);')).toEqual(['ends-process']);
  });

  it.each([
    'async function end() { try { await run(1); } catch { process.exit(0); } }',
    'async function end() { try { await run(1); } catch (e) { log(e); return process.exit(); } }',
    'async function end(x) { if (!x) process.exit(1); await run(1); }',
    'function fatal(x) { console.error(x); process.exit(1); }\nasync function end(x) { if (!x) fatal(x); await run(1); }',
    'function maybe(x) { if (x) process.exit(1); }\nasync function end(x) { await run(1); maybe(x); }',
    'function later() { return () => process.exit(1); }\nasync function end() { await run(1); later(); }',
    'async function end(x) { if (!x) { log(x); return process.exit(-1); } await run(1); }',
    'async function end(x) { x || process.exit(1); await run(1); }',
    'async function end(x) { await run(1); x && process.exit(code); }',
    'async function end(x) { await run(1); switch (x) { default: process.exit(2); } }',
    'async function end() { await run(1).catch(() => process.exit(0)); }',
    'async function end() { const limit = setTimeout(() => process.exit(1), 500); await run(1); clearTimeout(limit); }',
    'async function end() { await run(1); server.on("error", () => process.exit(1)); }',
    'async function end() { await run(1).then(log, () => process.exit(1)); }',
    "async function end() { await run(1); process.on('SIGHUP', () => process.exit(0)); }",
    'async function last() { await run(1); process.exit(0); }\nasync function end() { await run(last); }',
    'async function end(child) { await run(1); child.exit(0); }',
  ])('it may be one where it ends it only after a failure: %s', (end) => {
    expect(codesOf(end, 'end(1);')).toEqual(['fire-task']);
  });
});

describe('a function with a loop that nothing leaves is no task, however it is launched', () => {
  const POLL = 'async function poll() { while (true) await run(1); }';

  it.each([
    [POLL, 'poll();'],
    [POLL, 'void poll();'],
    [POLL, 'poll().catch(console.error);'],
    [POLL, 'setImmediate(poll);'],
    [POLL, 'setTimeout(() => poll(), 5);'],
    [POLL, 'setTimeout(async () => { await poll(); }, 5);'],
    [POLL, 'const p = poll();'],
    [POLL, '(async () => { await run(1); await poll(); })();'],
    [POLL, '(async () => { try { await poll(); } catch {} })();'],
    [`${POLL}\nasync function start() { await run(1); return poll(); }`, 'start();'],
    [`${POLL}\nconst start = async () => poll();`, 'start();'],
    ['class Poller { async start() { for (;;) await run(1); } }\nconst poller = new Poller();', 'poller.start();'],
    ['const again = async () => { do { await run(1); } while (1); };', 'again();'],
    ['async function hear(bus) { for await (const m of bus.subscribe("a")) await run(m); }', 'hear(req);'],
    [
      'async function hear(bus) { const all = await bus.subscribe("a"); for await (const m of all) await run(m); }',
      'hear(req);',
    ],
    ['import { on } from "node:events";', '(async () => { for await (const m of on(req, "a")) { await run(m); } })();'],
  ])('%s %s', (functions, body) => {
    expect(codesOf(functions, body)).toEqual(['never-ends']);
  });

  it.each([
    ['async function poll(stop) { while (true) { if (stop()) break; await run(1); } }', 'poll(run);'],
    ['async function poll(stop) { while (!stop()) await run(1); }', 'poll(run);'],
    ['async function poll() { do { await run(1); } while (false); }', 'poll();'],
    // It starts one that never ends, and does not wait for it.
    [`${POLL}\nasync function start() { await run(poll); }`, 'start();'],
    ['async function both() { await run(1); await both(); }', 'both();'],
    [
      'function die() { process.exit(1); }\nasync function poll(x) { for (;;) { if (x.bad) die(); await run(1); } }',
      'poll(run);',
    ],
    ['async function poll(signal) { while (true) { signal.throwIfAborted(); await run(1); } }', 'poll(run.signal);'],
    ['async function read(x) { for await (const y of x) await run(y); }', 'read(req);'],
    ['async function first(bus) { for await (const m of bus.subscribe("a")) { await run(m); break; } }', 'first(req);'],
    [
      'async function rows(db) { const all = db.query("a"); for await (const row of all) await run(row); }',
      'rows(req);',
    ],
    ['async function each(bus) { for (const m of bus.subscribe("a")) await run(m); }', 'each(req);'],
  ])('%s %s', (functions, body) => {
    expect(codesOf(functions, body)).toEqual(['fire-task']);
  });
});

describe('a stream that is read again after each failure is read as long as the process lives', () => {
  it.each([
    [
      'class Feed { async read(x) { try { for await (const y of x) await run(y); } catch { setTimeout(() => this.read(x), 5); } } }\nconst feed = new Feed();',
      'feed.read(req);',
    ],
    ['async function read() { for await (const y of run.stream) await run(y); setTimeout(read, 5); }', 'read();'],
  ])('%s %s', (functions, body) => {
    expect(new Set(codesOf(functions, body))).toEqual(new Set(['never-ends']));
  });

  it.each([
    ['async function read(x) { for await (const y of x) setTimeout(() => run(y), 5); }', 'read(req);'],
    ['async function read(x) { for (const y of x) await run(y); setTimeout(() => read(x), 5); }', 'read(req.body);'],
    [
      'async function read(x) { for await (const y of x) { try { await run(y); } catch { setTimeout(() => read([y]), 5); } } }',
      'read(req.body);',
    ],
    [
      'async function read(n) { for await (const y of run.page(n)) await run(y); if (n < 9) setTimeout(() => read(n + 1), 5); }',
      'read(1);',
    ],
    [
      'async function read(x) { const rest = []; for await (const y of x) if (!y) rest.push(y); if (rest[0]) setTimeout(() => read(rest), 5); }',
      'read(req.body);',
    ],
  ])('not so: %s %s', (functions, body) => {
    expect(new Set(codesOf(functions, body))).toEqual(new Set(['fire-task']));
  });
});
