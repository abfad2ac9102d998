// npm run bench:shutdown -- [--peers <folder>] [--only <server> or <server>: <what is held>]… [--write] [--json]
//
// Sends SIGTERM to a server whose clients hold connections of each kind, stopped by drainOnShutdown and by four
// libraries, and measures: tasks lost, responses cut off, exit code, time to exit. The libraries come from a folder
// outside this repository; the program says what to install. It also keeps its measurements there, so that --only can
// repeat some rows, and --write still has the whole table.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { putBetween } from '../tools/report/page.js';
import { HELD, OF_HTTP2, OF_SOCKET_IO, OF_WS } from './shutdown/held.js';
import { shortcomings, tableOf } from './shutdown/table.js';

const SERVER = fileURLToPath(new URL('./shutdown/server.js', import.meta.url));
const PEERS = ['@godaddy/terminus', 'http-terminator', 'stoppable', 'close-with-grace', 'ws', 'socket.io'];
const WAYS = ['drainOnShutdown', 'terminus', 'http-terminator', 'stoppable', 'close-with-grace'];
const SERVERS = {
  'node:http': HELD,
  'Express 4': HELD,
  'Express 5': HELD,
  Fastify: HELD,
  Koa: HELD,
  Hono: HELD,
  NestJS: HELD,
  'NestJS with enableShutdownHooks': HELD,
  'node:http2': OF_HTTP2,
  ws: OF_WS,
  'Socket.IO': OF_SOCKET_IO,
};

const { values: flags } = parseArgs({
  options: {
    peers: { type: 'string', default: '.cache/bench' },
    only: { type: 'string', multiple: true },
    write: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});
const peers = resolve(flags.peers);
const missing = PEERS.filter((name) => !existsSync(join(peers, 'node_modules', name)));
if (missing.length > 0) {
  process.stderr.write(
    `${missing.join(', ')}: not in ${peers}. Run npm install --prefix <folder> ${PEERS.join(' ')}, and name the ` +
      'folder with --peers.\n',
  );
  process.exit(2);
}
const kept = join(peers, 'shutdown.json');
const folder = mkdtempSync(join(tmpdir(), 'fire-task-shutdown-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const helper = writeHelper();
const { only } = flags;
const known = only !== undefined && existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')).results : [];
const results = [];
for (const [framework, kinds] of Object.entries(SERVERS)) {
  for (const [kind, hold] of Object.entries(kinds)) {
    const isAsked = only?.some((name) => name === framework || name === `${framework}: ${kind}`) ?? true;
    const old = known.filter((other) => other.framework === framework && other.kind === kind);
    results.push(...(isAsked ? [await row(framework, kind, hold)] : old));
  }
}
writeFileSync(kept, JSON.stringify({ results }));
report();

async function row(framework, kind, hold) {
  const ways = {};
  for (const way of WAYS) ways[way] = await measure(framework, way, hold);
  return { framework, kind, ways };
}

/** Writes the injected files as ES modules, and one that exports both. */
function writeHelper() {
  const built = new URL('../dist/tracker/node/', import.meta.url);
  for (const name of ['fire-task', 'drain-on-shutdown']) {
    const text = readFileSync(new URL(`${name}.mjs`, built), 'utf8');
    writeFileSync(join(folder, `${name}.mjs`), text.replace("'./fire-task.ts'", "'./fire-task.mjs'"));
  }
  const both = join(folder, 'both.mjs');
  writeFileSync(both, "export * from './fire-task.mjs';\nexport * from './drain-on-shutdown.mjs';\n");
  return both;
}

/** One run of a server, from start to exit. */
async function measure(framework, way, hold) {
  const log = join(folder, 'log');
  writeFileSync(log, '');
  const child = spawn(process.execPath, [SERVER, framework, way, peers], {
    env: { ...process.env, NODE_ENV: 'production', HELPER: pathToFileURL(helper).href, LOG: log },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const exited = once(child, 'close');
  const [line] = await Promise.race([once(child.stdout, 'data'), exited.then(() => [''])]);
  const port = Number(/listening on (\d+)/.exec(String(line))?.[1]);
  if (!(port > 0)) throw new Error(`${framework} with ${way} did not start: ${said}`);
  const held = await hold(port);
  await sleep(100);
  const from = performance.now();
  child.kill('SIGTERM');
  const [code] = await Promise.race([exited, sleep(20_000, ['never'])]);
  child.kill('SIGKILL');
  const ms = Math.round(performance.now() - from);
  const lines = readFileSync(log, 'utf8').split('\n');
  const count = (word) => lines.filter((text) => text.startsWith(word)).length;
  return { lost: count('started') - count('finished'), code, ms, answer: await held?.answer?.() };
}

function report() {
  const versions = Object.fromEntries(PEERS.map((name) => [name, version(name)]));
  if (flags.json) process.stdout.write(`${JSON.stringify({ node: process.version, versions, results }, null, 2)}\n`);
  else process.stdout.write(`Node ${process.version}\n\n${tableOf(results, WAYS)}\n`);
  if (flags.write) putBetween({ page: 'guides/shutdown', name: 'bench:shutdown' }, tableOf(results, WAYS));
  const worse = shortcomings(results, WAYS[0]);
  for (const line of worse) process.stderr.write(`${line}\n`);
  if (worse.length > 0) process.exitCode = 1;
}

function version(name) {
  return JSON.parse(readFileSync(join(peers, 'node_modules', name, 'package.json'), 'utf8')).version;
}
