import { describe, expect, it } from 'vitest';
import { launchIn } from '../support/launches.ts';

type Row = readonly [title: string, code: string];

/** The last call of the code is asked for: nobody need own its promise. */
const QUIET: readonly Row[] = [
  [
    'nothing is awaited',
    'let t; async function nudge() { if (t) return; t = setTimeout(() => { t = null; }, 1000); } nudge();',
  ],
  ['a launch inside is judged by itself', 'const jobs = []; async function plan(id) { jobs.push(save(id)); } plan(1);'],
  ['a delay', 'new Promise((done) => setTimeout(done, 10));'],
  ['a delay that gives something', 'new Promise((done) => { setTimeout(() => done(null), 10).unref(); });'],
  ['what gives a delay', 'const sleep = (ms) => new Promise((done) => setTimeout(done, ms)); sleep(1);'],
  [
    'what awaits a delay alone',
    'const sleep = (ms) => new Promise((done) => setTimeout(done, ms)); async function later() { await sleep(1); log(1); } later();',
  ],
  [
    'what awaits a publication in the process alone',
    "import { PubSub } from 'graphql-subscriptions'; const bus = new PubSub(); async function tell(x) { await bus.publish('x', x); } tell(1);",
  ],
  [
    'a field keeps it',
    'class A { flush() { if (this.running) return this.running; this.running = this.work().finally(x); return this.running; } async work() { await x; } } new A().flush();',
  ],
  [
    'a map keeps it',
    'class A { #m = new Map(); add(k, job) { const n = (this.#m.get(k) ?? Promise.resolve()).then(job).catch(log); this.#m.set(k, n); return n; } } new A().add(1, x);',
  ],
  [
    'a variable of the module keeps it',
    'let ready; const connect = () => (ready ??= open()); async function open() { await x; } connect();',
  ],
  [
    'what is kept already is given',
    'const known = new Map(); function load(k) { const before = known.get(k); if (before) return before; const p = save(k); known.set(k, p); return p; } async function save() { await x; } load(1);',
  ],
  [
    'the platform keeps it',
    'function background(c, p) { if (isTest) return p; if (isWorker) { c.executionCtx.waitUntil(p); return Promise.resolve(null); } return p; } async function save() { await x; } background(c, save(1));',
  ],
  [
    'the platform keeps what it starts',
    'function start(c) { const p = save(1); c.waitUntil(p); return p; } async function save() { await x; } start(c);',
  ],
  [
    'what gives a promise that has settled',
    'class A { open = true; stop() { this.open = false; return Promise.resolve({ done: this.open }); } } new A().stop();',
  ],
  ['a compiled one', 'function nudge() { return __awaiter(this, void 0, void 0, function* () { log(1); }); } nudge();'],
];

const LAUNCHES: readonly Row[] = [
  ['a launch that is returned', 'async function a() { return save(1); } async function save() { await x; } a();'],
  [
    'a publication to other processes is awaited',
    "import { RedisPubSub } from 'graphql-redis-subscriptions'; const bus = new RedisPubSub(); async function tell(x) { await bus.publish('x', x); } tell(1);",
  ],
  ['a promise that has settled only stands for work', 'function a() { return Promise.resolve(1); } a();'],
  [
    'a promise may have settled',
    'function a(x) { log(x); if (x) return Promise.resolve(1); return save(x); } async function save() { await x; } a(1);',
  ],
  [
    'a promise takes the place of another',
    'function a(x) { log(x); return Promise.resolve(save(x)); } async function save() { await x; } a(1);',
  ],
  ['something is awaited', 'async function a() { await x; } a();'],
  ['something unknown is returned', 'async function a() { log(1); return unknown(); } a();'],
  ['it throws', 'async function a(id) { log(id); if (!id) throw new Error(); } a(1);'],
  ['it only returns', 'async function a() { return 1; } a();'],
  ['an empty one stands for others', 'async function a() {} a();'],
  ['work behind a delay', 'new Promise((done) => { save(1); setTimeout(done, 10); });'],
  [
    'the platform keeps something else',
    'function start(c) { const p = save(1); c.waitUntil(q); return p; } async function save() { await x; } start(c);',
  ],
  [
    'a method of another name keeps nothing',
    'function start(c) { const p = save(1); c.look(p); return p; } async function save() { await x; } start(c);',
  ],
  [
    'a variable of its own keeps nothing',
    'function load(k) { const p = save(k); return p; } async function save() { await x; } load(1);',
  ],
  [
    'a list of its own keeps nothing',
    'function load(k) { const list = []; const p = save(k); list.push(p); return p; } async function save() { await x; } load(1);',
  ],
  [
    'one of two is kept',
    'let ready; function load(k) { if (k) return save(k); return (ready = save(0)); } async function save() { await x; } load(1);',
  ],
  ['a compiled one', 'function run() { return __awaiter(this, void 0, void 0, function* () { yield x; }); } run();'],
  ['one that Babel made', 'const run = _asyncToGenerator(function* () { yield x; }); run();'],
];

describe('nobody need own the promise', () => {
  it.each(QUIET)('%s', (_title, code) => {
    expect(launchIn(code)).toMatchObject({ verdict: 'no', quiet: true });
  });
});

describe('somebody has to own the promise', () => {
  it.each(LAUNCHES)('%s', (_title, code) => {
    expect(launchIn(code)?.verdict).toBe('promise');
  });
});
