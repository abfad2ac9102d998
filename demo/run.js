// One measured run of the server: start it, send requests, send SIGTERM, and count the outcome in its database.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';

const DETECT = new URL('../dist/detect.cjs', import.meta.url).href;
const START_MS = 15_000;
const EXIT_MS = 40_000;
const POLL_MS = 20;

/**
 * Starts `runs` runs, sends the signal, and counts. `lost` is the number of runs that the database still lists as
 * started after the process has ended. `seen` are the places where the detector saw work that outlived its request.
 */
export async function runAndKill(project, runs, database) {
  const observed = `${database}.json`;
  const webhook = await receiver();
  const server = start(project, {
    PORT: '0',
    DATABASE: database,
    WEBHOOK_URL: webhook.url,
    FIRE_TASK_DETECT: observed,
  });
  try {
    const base = `http://127.0.0.1:${await portOf(server)}`;
    const ids = await Promise.all(Array.from({ length: runs }, () => startRun(base)));
    await otherRequests(base, ids[0]);
    const signalled = Date.now();
    server.kill('SIGTERM');
    const code = await within(EXIT_MS, server.exited);
    if (code === undefined) throw new Error(`the server did not exit within ${EXIT_MS} ms of SIGTERM.`);
    return {
      ...count(database),
      code,
      ms: Date.now() - signalled,
      seen: JSON.parse(readFileSync(observed, 'utf8')).sites,
      said: server.output.filter((line) => line.startsWith('fire-task:')),
    };
  } finally {
    server.kill('SIGKILL');
    await server.exited;
    webhook.close();
  }
}

/** The server as a child process. `exited` resolves to the exit code or the name of the signal, and never rejects. */
function start(project, variables) {
  const child = spawn(process.execPath, ['--import', DETECT, 'dist/server.js'], {
    cwd: project,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = (signal) => child.kill(signal);
  const killWithUs = () => kill('SIGKILL');
  process.once('exit', killWithUs);
  const exited = new Promise((resolve) => {
    child.once('error', ({ message }) => resolve(message));
    // Not `exit`: the last lines may still be in the pipe.
    child.once('close', (code, signal) => resolve(code ?? signal));
  }).finally(() => process.off('exit', killWithUs));
  const output = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => output.push(line));
  return { kill, exited, output };
}

async function portOf({ exited, output }) {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    const line = output.find((text) => text.startsWith('listening on '));
    if (line !== undefined) return Number(line.slice('listening on '.length));
    if ((await within(POLL_MS, exited)) !== undefined) break;
  }
  throw new Error(
    `the server did not start: ${output.find((line) => /Error: /.test(line)) ?? output[0] ?? 'it printed nothing'}`,
  );
}

/** The result of `promise` if it settles within `ms`; otherwise undefined. */
function within(ms, promise) {
  return Promise.race([promise, sleep(ms, undefined, { ref: false })]);
}

async function startRun(base) {
  const response = await fetch(`${base}/orgs/acme/runs`, { method: 'POST' });
  if (response.status !== 202) throw new Error(`POST /orgs/acme/runs answered ${response.status} instead of 202.`);
  return (await response.json()).id;
}

/** The other endpoints lose promises, too, but start no runs. */
async function otherRequests(base, id) {
  await fetch(`${base}/orgs/acme/runs/${id}`);
  await fetch(`${base}/orgs/acme/refresh`, { method: 'POST' });
  await fetch(`${base}/orgs/acme/runs/${id}/retry`, { method: 'POST' });
}

function count(path) {
  const db = new Database(path, { readonly: true });
  const { launched } = db.prepare('select count(*) as launched from runs').get();
  const { lost } = db.prepare("select count(*) as lost from runs where status = 'started'").get();
  db.close();
  return { launched, lost };
}

/** A subscriber to the service's webhooks, on loopback. */
async function receiver() {
  const server = createServer((req, res) => {
    req.resume();
    res.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close().closeAllConnections() };
}
