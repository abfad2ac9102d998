import type { ChildProcess } from 'node:child_process';
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Observed } from '../../src/detect/report.ts';
import { ask } from '../detect/driver.ts';
import { blocksOf } from '../support/blocks.ts';

const page = blocksOf('detect.md');
const ROOT = join(import.meta.dirname, '../..');
/** Below this checkout, so that the package is found by its name. */
const folder = join(ROOT, '.cache/guides', `detect-${process.pid.toString()}`);
const write = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text);
};
const DETECT = ['--import', 'eslint-plugin-fire-task/detect'];
const env = { ...process.env, PORT: '0', NODE_OPTIONS: '', FIRE_TASK_DETECT: '' };
const children: ChildProcess[] = [];

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  write('package.json', '{ "type": "module" }');
  write('vitest.config.js', 'export default {};\n');
  for (const { kind, name, text } of page.all) if (kind === 'file') write(name, text);
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('has a test for each file of the page', () => {
  expect(page.all.map(({ name }) => name)).toEqual(['server.js', 'vitest.test.js', 'node.test.js', 'jobs.js']);
});

it('server.js prints what the page says when it is stopped by Ctrl-C, and ends by that signal', async () => {
  write('main.js', "import { server } from './server.js';\nprocess.send(server.address().port);\n");
  const child = fork('main.js', { cwd: folder, execArgv: DETECT, env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  children.push(child);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const closed = once(child, 'close');
  const [port] = (await once(child, 'message')) as [number];
  expect(await ask(port, 'GET', '/orders')).toEqual([202, '']);
  expect(await ask(port, 'GET', '/orders')).toEqual([202, '']);
  child.kill('SIGINT');
  expect(await closed).toEqual([null, 'SIGINT']);
  const [, shown] = /```text reason="what the server above prints[^\n]*\n([\s\S]*?)```/.exec(page.prose) ?? [];
  expect(said.trim().replace(/up to \d+ ms/, 'up to N ms')).toBe(shown?.trim());
});

it.each([
  ['vitest.test.js', [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder, 'vitest.test.js']],
  ['node.test.js', ['--test', 'node.test.js']],
])('%s fails with the place of what the server lost', (name, args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, VITEST: undefined, NODE_TEST_CONTEXT: undefined, NO_COLOR: '1' },
  });
  expect(status, name).toBe(1);
  expect(stdout + stderr).toMatch(
    /Promises outlived the request that launched them:\s+(?:\S*\/)?server\.js:9:5 {2}mail {2}\(GET \/orders\), 1 time/,
  );
});

it('jobs.js is a unit by its name', () => {
  write(
    'main-jobs.js',
    `import { mailJob } from './jobs.js';
const held = [];
const send = (to) => to === 'archive' ? new Promise((resolve) => held.push(resolve)) : Promise.resolve();
const gives = mailJob({ to: 'you' }, send);
if (!(gives instanceof Promise)) throw new Error('it gives back what the function gives');
await gives;
setImmediate(() => process.exit(0));
`,
  );
  const { status, stderr } = spawnSync(process.execPath, ['main-jobs.js'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, FIRE_TASK_DETECT: 'observed.json' },
  });
  expect(status, stderr).toBe(0);
  const { sites } = JSON.parse(readFileSync(join(folder, 'observed.json'), 'utf8')) as Observed;
  expect(sites).toMatchObject([
    { file: 'jobs.js', line: 7, column: 5, callee: 'send', count: 1, units: [{ name: 'job mail', count: 1 }] },
  ]);
});
