// npm run bench:helper [-- --json] [--at-once 100000]: the cost of a task, compared with a bare floating call and with
// two queues that people use for background work. All are measured in one process, in turns, by processor time. The
// first run installs the queues into .cache/bench.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers';
import { fileURLToPath, pathToFileURL } from 'node:url';

const CACHE = fileURLToPath(new URL('../.cache/bench/', import.meta.url));
const HELPER = new URL('../dist/tracker/node/fire-task.mjs', import.meta.url);
const TASKS = 100_000;
/** How many are in flight at once while time is measured. */
const AT_ONCE = Number(/^\d+$/.exec(process.argv[process.argv.indexOf('--at-once') + 1] ?? '')?.[0] ?? 500);
const ROUNDS = 9;
const MILLION = 1_000_000;

const { gc } = globalThis;
if (gc === undefined) {
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  process.exit(status ?? 1);
}

install(['p-queue', 'fastq']);
const require = createRequire(`${CACHE}index.js`);
const { drainTasks, fireTask } = await import(HELPER.href);
const { default: PQueue } = await import(pathToFileURL(require.resolve('p-queue')).href);
const fastq = require('fastq');

/** The work, the same for all: an async function that waits once. */
const work = async () => {
  await null;
};

const pqueue = new PQueue({ concurrency: Infinity });
const fast = fastq.promise((run) => run(), 1_000_000);

/** `start` starts one piece of work and drops its promise; `done` waits for all of them. */
const SUBJECTS = {
  'bare floating call': { start: (run) => void run(), done: () => new Promise((resolve) => setImmediate(resolve)) },
  fireTask: { start: (run) => void fireTask(run(), 'work'), done: () => drainTasks({ close: false }) },
  'p-queue': { start: (run) => void pqueue.add(run), done: () => pqueue.onIdle() },
  fastq: { start: (run) => void fast.push(run), done: () => fast.drained() },
};

const results = Object.fromEntries(Object.keys(SUBJECTS).map((name) => [name, { time: [], held: [] }]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, subject] of Object.entries(SUBJECTS)) {
    const time = await timeOf(subject);
    const held = await bytesHeld(subject);
    // The first round warms up.
    if (round > 0) {
      results[name].time.push(time);
      results[name].held.push(held);
    }
  }
}
const rest = {};
for (const [name, subject] of Object.entries(SUBJECTS)) rest[name] = await bytesAfterMillion(subject);
report();

/** Processor time per piece of work, in nanoseconds. */
async function timeOf({ start, done }) {
  gc();
  const before = process.cpuUsage();
  for (let task = 0; task < TASKS; task += AT_ONCE) {
    for (let count = 0; count < AT_ONCE; count += 1) start(work);
    await done();
  }
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / TASKS;
}

/** Heap in bytes per piece of work in flight. */
async function bytesHeld({ start, done }) {
  const ends = [];
  gc();
  const before = process.memoryUsage().heapUsed;
  for (let task = 0; task < TASKS; task += 1) start(() => new Promise((resolve) => ends.push(resolve)));
  await null;
  gc();
  const held = (process.memoryUsage().heapUsed - before) / TASKS;
  for (const end of ends.splice(0)) end();
  await done();
  return held;
}

/** Heap in bytes that remains after a million pieces of work. */
async function bytesAfterMillion({ start, done }) {
  gc();
  const before = process.memoryUsage().heapUsed;
  for (let task = 0; task < MILLION; task += 1) {
    start(work);
    if (task % 10_000 === 9_999) await done();
  }
  await done();
  await new Promise((resolve) => setTimeout(resolve, 50));
  gc();
  return process.memoryUsage().heapUsed - before;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function report() {
  const bare = { time: median(results['bare floating call'].time), held: median(results['bare floating call'].held) };
  const rows = Object.entries(results).map(([name, { time, held }]) => ({
    name,
    timeRatio: median(time) / bare.time,
    extraNanoseconds: median(time) - bare.time,
    heldRatio: median(held) / bare.held,
    extraBytes: median(held) - bare.held,
    afterMillion: rest[name],
  }));
  const versions = { node: process.version, 'p-queue': version('p-queue'), fastq: version('fastq') };
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ tasks: TASKS, rounds: ROUNDS, versions, rows }, null, 2)}\n`);
    return;
  }
  const lines = rows.map(
    ({ name, timeRatio, extraNanoseconds, heldRatio, extraBytes, afterMillion }) =>
      `| ${[name, `${timeRatio.toFixed(2)} x`, `${(extraNanoseconds / 1000).toFixed(2)} µs`, `${heldRatio.toFixed(2)} x`, `${Math.round(extraBytes)} bytes`, `${Math.round(afterMillion / 1024)} KiB`].join(' | ')} |`,
  );
  process.stdout
    .write(`Node ${process.version}, p-queue ${versions['p-queue']}, fastq ${versions.fastq}; ${TASKS} pieces of work a round, ${AT_ONCE} at a time, medians of ${ROUNDS} rounds in turns.

| | processor time | more than bare | in flight | more than bare | left by a million |
|---|---|---|---|---|---|
${lines.join('\n')}
`);
}

function version(name) {
  return JSON.parse(readFileSync(`${CACHE}node_modules/${name}/package.json`, 'utf8')).version;
}

function install(names) {
  if (names.every((name) => existsSync(`${CACHE}node_modules/${name}`))) return;
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(`${CACHE}package.json`, '{ "private": true }\n');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...names], {
    cwd: CACHE,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The queues to compare with could not be installed: look at what npm says above.');
}
