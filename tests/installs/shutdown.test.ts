import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHelper } from '../support/helper-files.ts';
import { end as endServers, stopWhileHeld } from '../tracker/driver.ts';
import { binOf, onNode } from './support/nodes.ts';
import { scratch } from './support/scratch.ts';

/** The helper under what starts and restarts processes, beside Socket.IO, and on the releases of Node. */
const box = scratch('shutdown');
const log = join(box.folder, 'log');
const ends: (() => void)[] = [];

beforeAll(() => {
  box.write('package.json', '{ "private": true, "type": "module" }\n');
  const nest = ['core', 'common', 'platform-express', 'microservices'].map((name) => `@nestjs/${name}@12`);
  const names = ['pm2@6', 'tsx@4', 'socket.io@4', 'socket.io-client@4', ...nest, 'reflect-metadata', 'rxjs@7'];
  box.must('npm', 'install', '--ignore-scripts', ...names);
  writeHelper(box.folder);
  const fixtures = join(import.meta.dirname, '../tracker/fixtures');
  for (const [folder, name] of [
    [join(import.meta.dirname, 'fixtures'), 'served.mjs'],
    [join(import.meta.dirname, 'fixtures'), 'sockets.mjs'],
    [join(import.meta.dirname, 'fixtures'), 'microservice.mjs'],
    [fixtures, 'points.mjs'],
  ] as const)
    copyFileSync(join(folder, name), join(box.folder, name));
});
afterAll(() => {
  endServers();
  for (const end of ends) end();
});

const lines = (): string[] => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []);
const count = (word: string): number => lines().filter((line) => line.startsWith(word)).length;

async function until(what: string, isTrue: () => boolean): Promise<void> {
  const limit = Date.now() + 60_000;
  while (!isTrue()) {
    if (Date.now() > limit) throw new Error(`it did not come to this: ${what}\n${lines().join('\n')}`);
    await sleep(50);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function ask(port: number, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let request = 0; request < times; request += 1) {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/`, { headers: { connection: 'close' } });
    await answer.text();
    statuses.push(answer.status);
    await sleep(50);
  }
  return statuses;
}

describe('what restarts a process', () => {
  it.each([
    ['node --watch', 'node', ['--watch']],
    ['tsx watch', join(box.folder, 'node_modules/.bin/tsx'), ['watch']],
  ])('when a file changes loses no task: %s', async (_, program, args) => {
    box.write('log', '');
    const port = await freePort();
    const env = { ...process.env, PORT: String(port), LOG: log };
    const child = spawn(program, [...args, 'served.mjs'], { cwd: box.folder, env, stdio: 'ignore', detached: true });
    const end = (): void => {
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined)
        process.kill(-child.pid, 'SIGKILL');
    };
    ends.push(end);
    await until('it listens', () => count('listening') === 1);
    expect(await ask(port, 5)).toEqual([200, 200, 200, 200, 200]);
    appendFileSync(join(box.folder, 'served.mjs'), '// Changed.\n');
    await until('it listens again', () => count('listening') === 2);
    expect([count('started'), count('finished')]).toEqual([5, 5]);
    end();
    await once(child, 'exit');
  });

  it('while requests arrive loses none, and no task: pm2 reload', async () => {
    box.write('log', '');
    const port = await freePort();
    const env = { PM2_HOME: join(box.folder, 'pm2'), PORT: String(port), LOG: log };
    const pm2 = (...args: readonly string[]) => box.run('pm2', args, { env });
    ends.push(() => pm2('kill'));
    const started = pm2('start', 'served.mjs', '-i', '2', '--name', 'api', '--wait-ready', '--kill-timeout', '20000');
    expect(started.code, started.out + started.err).toBe(0);
    await until('both listen', () => count('listening') === 2);
    const asked = ask(port, 60);
    await until('some requests have arrived', () => count('started') > 10);
    const child = spawn(join(box.folder, 'node_modules/.bin/pm2'), ['reload', 'api'], {
      cwd: box.folder,
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
    const reloaded = new Promise((resolve) => child.once('exit', resolve));
    expect(new Set(await asked)).toEqual(new Set([200]));
    expect(await reloaded).toBe(0);
    await until('all tasks are done', () => count('finished') === count('started'));
    expect([count('listening'), count('started')]).toEqual([4, 60]);
  });
});

it.each(['websocket', 'polling'])('a client of Socket.IO by %s has its task done, and then ends', (transport) => {
  const startedAt = Date.now();
  const { code, out, err } = box.run('node', ['sockets.mjs', transport]);
  expect(out).toMatch(/^finished\n(?:disconnected\n)?$/);
  expect(err).toMatch(/^fire-task: SIGTERM: 1 finished in \d+ ms, none left\n$/);
  expect(code).toBe(0);
  expect(Date.now() - startedAt).toBeLessThan(10_000);
});

it.each(['alone', 'hybrid'])(
  'a microservice of NestJS whose client goes on sending has its tasks done: %s',
  async (kind) => {
    const startedAt = Date.now();
    const { code, out, err } = box.run('node', ['microservice.mjs', kind, String(await freePort())]);
    expect(out).toBe('database closed\n');
    expect(err).toMatch(/^fire-task: SIGTERM: [1-9]\d* finished in \d+ ms, none left\n$/);
    expect(code).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(15_000);
  },
);

describe.each(['18', '20', '22', '24'])('on Node %s', (version) => {
  it('every point holds, and nothing is lost at shutdown', () => {
    const run = onNode(box, version);
    expect(run('node', ['--version']).out).toMatch(new RegExp(`^v${version}\\.`));
    const { out, err } = run('node', ['points.mjs', join(box.folder, 'both.mjs')]);
    expect(JSON.parse(out), err).toMatchObject({ broken: {} });
    const ended = run('node', ['sockets.mjs', 'websocket']);
    expect([ended.code, ended.err]).toEqual([
      0,
      expect.stringMatching(/^fire-task: SIGTERM: 1 finished in \d+ ms, none left\n$/),
    ]);
  });

  it('a server that is told to stop ends with its requests and tasks', async () => {
    const { code, errors, answer } = await stopWhileHeld([join(binOf(version), 'node')]);
    expect(answer).toEqual([200, 'close']);
    expect(errors).toMatch(/^fire-task: SIGTERM: 1 finished in \d+ ms, none left\n$/);
    expect(code).toBe(0);
  });
});
