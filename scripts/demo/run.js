// One measured life of the server: start it, load it over HTTP, SIGTERM, and ask its database what became of the runs.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';

const START_MS = 15_000;
const EXIT_MS = 40_000;

/** Starts `runs` runs, signals, and counts. `lost` are the runs that the database still calls started after the process is gone. */
export async function runAndKill(project, runs, database) {
  const webhook = await receiver();
  const server = spawn(process.execPath, ['dist/server.js'], {
    cwd: project,
    env: { ...process.env, PORT: '0', DATABASE: database, WEBHOOK_URL: webhook.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(server, 'exit');
  const output = [];
  for (const stream of [server.stdout, server.stderr]) stream.setEncoding('utf8').on('data', (text) => output.push(...text.trim().split('\n')));
  try {
    const base = `http://127.0.0.1:${await portOf(server, exited, output)}`;
    const ids = await Promise.all(Array.from({ length: runs }, () => startRun(base)));
    await otherRequests(base, ids[0]);
    const signalled = Date.now();
    server.kill('SIGTERM');
    const [code] = await Promise.race([exited, sleep(EXIT_MS, undefined, { ref: false }).then(() => Promise.reject(new Error(`the server did not exit within ${EXIT_MS} ms of SIGTERM.`)))]);
    return { ...count(database), code: code ?? 'signal', ms: Date.now() - signalled, output: output.filter((line) => line.startsWith('fire-task:')) };
  } finally {
    server.kill('SIGKILL');
    webhook.close();
  }
}

async function portOf(server, exited, output) {
  const deadline = Date.now() + START_MS;
  let gone = false;
  void exited.then(() => (gone = true));
  while (Date.now() < deadline && !gone) {
    const line = output.find((text) => text.startsWith('listening on '));
    if (line !== undefined) return Number(line.slice('listening on '.length));
    await sleep(20);
  }
  throw new Error(`the server did not start: ${output.join(' ') || 'it printed nothing'}`);
}

async function startRun(base) {
  const response = await fetch(`${base}/orgs/acme/runs`, { method: 'POST' });
  if (response.status !== 202) throw new Error(`POST /orgs/acme/runs answered ${response.status} instead of 202.`);
  return (await response.json()).id;
}

/** The other endpoints leak too; they start no run of their own. */
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
