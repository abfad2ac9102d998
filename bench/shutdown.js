// npm run bench:shutdown -- --peers <folder> [--only <framework,…>] [--json]: SIGTERM to a server whose clients hold
// connections of each kind open, stopped by drainOnShutdown and by four libraries: tasks lost, exit code, time to exit.
// The libraries are taken from a folder of your choice, which is not this repository; it says what to install there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const SERVER = fileURLToPath(new URL('./shutdown/server.js', import.meta.url));
const PEERS = ['@godaddy/terminus', 'http-terminator', 'stoppable', 'close-with-grace', 'ws', 'socket.io'];
const WAYS = ['drainOnShutdown', 'terminus', 'http-terminator', 'stoppable', 'close-with-grace'];
const UPGRADE =
  'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

/** What clients hold when the signal comes. */
const HELD = {
  tasks: async (port) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 10 });
    await Promise.all(Array.from({ length: 20 }, (_, id) => ask(port, `/task/${id}`, agent)));
  },
  'a slow request': async (port) => {
    const answered = ask(port, '/slow', new Agent({ keepAlive: true }));
    await sleep(200);
    return answered;
  },
  'idle, kept': async (port) => ask(port, '/', new Agent({ keepAlive: true })),
  events: async (port) => open(port, 'GET /events HTTP/1.1\r\nHost: a\r\n\r\n'),
  silent: async (port) => open(port, ''),
  'half a header': async (port) => open(port, 'GET / HT'),
  'half a body': async (port) => open(port, 'POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nhalf'),
};
const OF_SESSION = {
  async 'a session'(port) {
    const session = connectHttp2(`http://127.0.0.1:${port}`).on('error', () => undefined);
    const stream = session.request({ ':path': '/events' }).on('error', () => undefined);
    stream.resume();
    await once(stream, 'response');
  },
};
const POLLING = 'GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: a\r\n\r\n';
const OF_SOCKET_IO = 'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1' + UPGRADE.slice('GET / HTTP/1.1'.length);
const ROWS = [
  ...['http', 'express', 'koa', 'fastify', 'hono'].map((framework) => ({ framework, kinds: HELD })),
  { framework: 'http2', kinds: OF_SESSION },
  { framework: 'ws', kinds: { 'a WebSocket': async (port) => open(port, UPGRADE) } },
  {
    framework: 'socket.io',
    kinds: { 'a WebSocket': async (port) => open(port, OF_SOCKET_IO), 'a poll': async (port) => open(port, POLLING) },
  },
];

const { values: flags } = parseArgs({
  options: { peers: { type: 'string' }, only: { type: 'string' }, json: { type: 'boolean' } },
});
const peers = resolve(flags.peers ?? '.cache/bench');
const missing = PEERS.filter((name) => !existsSync(join(peers, 'node_modules', name)));
if (missing.length > 0) {
  process.stderr.write(
    `${missing.join(', ')}: not in ${peers}. Run npm install --prefix <folder> ${PEERS.join(' ')}, and name the ` +
      'folder with --peers.\n',
  );
  process.exit(2);
}
const sockets = [];
const folder = mkdtempSync(join(tmpdir(), 'fire-task-shutdown-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const helper = writeHelper();
const results = [];
const only = flags.only?.split(',');
for (const { framework, kinds } of ROWS.filter((row) => only?.includes(row.framework) ?? true)) {
  for (const [kind, hold] of Object.entries(kinds)) {
    const ways = Object.fromEntries(WAYS.map((way) => [way, undefined]));
    for (const way of WAYS) ways[way] = await measure(framework, way, hold);
    results.push({ framework, kind, ways });
  }
}
report();

/** The injected text, as an ES module. */
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

/** One life of a server. */
async function measure(framework, way, hold) {
  const log = join(folder, 'log');
  writeFileSync(log, '');
  const child = spawn(process.execPath, [SERVER, framework, way, peers], {
    env: { ...process.env, NODE_ENV: 'production', HELPER: helper, LOG: log },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const exited = once(child, 'close');
  const [line] = await Promise.race([once(child.stdout, 'data'), exited.then(() => [''])]);
  const port = Number(/listening on (\d+)/.exec(String(line))?.[1]);
  if (!(port > 0)) throw new Error(`${framework} with ${way} did not start: ${said}`);
  const held = hold(port);
  if (hold === HELD['a slow request']) await sleep(300);
  else await held;
  await sleep(100);
  const from = performance.now();
  child.kill('SIGTERM');
  const [code] = await Promise.race([exited, sleep(20_000, ['never'])]);
  child.kill('SIGKILL');
  const ms = Math.round(performance.now() - from);
  const lines = readFileSync(log, 'utf8').split('\n');
  const count = (word) => lines.filter((text) => text.startsWith(word)).length;
  const answer = hold === HELD['a slow request'] ? await held : undefined;
  for (const socket of sockets.splice(0)) socket.destroy();
  return { lost: count('started') - count('finished'), code, ms, ...(answer !== undefined && { answer }) };
}

function ask(port, path, agent) {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path, agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    }).on('error', ({ code }) => resolve(code));
  });
}

async function open(port, text) {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  sockets.push(socket.resume());
  await once(socket, 'connect');
  if (text !== '') socket.write(text);
  await sleep(150);
}

function report() {
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({ node: process.version, results }, null, 2)}\n`);
    return;
  }
  const cell = ({ lost, code, ms, answer }) =>
    [
      `${ms} ms`,
      code !== 0 && `exit ${code}`,
      lost > 0 && `${lost} lost`,
      answer !== undefined && answer !== 200 && 'not answered',
    ]
      .filter(Boolean)
      .join(', ');
  const rows = results.map(({ framework, kind, ways }) => [framework, kind, ...Object.values(ways).map(cell)]);
  const table = [['', 'held at SIGTERM', ...WAYS], ['', '', ...WAYS].map(() => '---'), ...rows];
  process.stdout.write(`Node ${process.version}\n\n${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`);
}
