import { beforeAll, expect, it } from 'vitest';
import { renderShutdown, renderTracker } from '../../src/helper/injection.ts';
import { guide } from '../support/guide.ts';
import { scratch } from './support/scratch.ts';

/** What the guides show with packages that are only installed here. */
const box = scratch('guides');
const observability = guide('observability.md');
const testing = guide('testing.md');

beforeAll(() => {
  box.write('package.json', '{ "private": true, "type": "module" }\n');
  const names = ['prom-client@15', 'p-limit@7', 'p-queue@9', 'vitest@4', 'jest@30', '@jest/globals@30'];
  box.must('npm', 'install', '--ignore-scripts', ...names);
  box.write('lib/fire-task.js', renderTracker('esm', 'node'));
  box.write('lib/drain-on-shutdown.js', renderShutdown('esm', 'node', './fire-task.js'));
  for (const name of ['prom-client.js', 'limit.js']) box.write(name, observability.textOf(name));
  for (const name of ['orders.js', 'wait.js', 'vitest.test.js', 'jest.test.js', 'node.test.js'])
    box.write(name, testing.textOf(name));
});

/** Runs an ES module in the folder, and answers what it prints as JSON. */
function printed(text: string): unknown {
  box.write('run.mjs', text);
  return JSON.parse(box.must('node', 'run.mjs')) as unknown;
}

it('prom-client has the tasks in flight, and how the others ended', () => {
  const lines = printed(`
    import { register } from 'prom-client';
    import { fireTask } from './lib/fire-task.js';
    import { leave } from './prom-client.js';
    fireTask(new Promise((resolve) => setTimeout(resolve, 1000)), 'open');
    await fireTask(Promise.resolve(), 'a').settled;
    await fireTask(Promise.reject(new Error('no')), 'b', { onError: () => undefined }).settled;
    leave();
    console.log(JSON.stringify((await register.metrics()).split('\\n').filter((line) => line.startsWith('tasks'))));
  `);
  expect(lines).toEqual([
    'tasks_active 1',
    'tasks_ended_total{status="done"} 1',
    'tasks_ended_total{status="failed"} 1',
  ]);
});

it.each([
  ['p-limit', "const { resizeLater } = await import('./limit.js');"],
  [
    'p-queue',
    `const { default: PQueue } = await import('p-queue');
     const queue = new PQueue({ concurrency: 2 });
     const resizeLater = (id, resize) => fireTask(queue.add(() => resize(id)), \`resize:\${id}\`);`,
  ],
])('%s has two at a time, and a drain waits for the queue', (_, limiter) => {
  const seen = printed(`
    import { drainTasks, fireTask } from './lib/fire-task.js';
    ${limiter}
    let [running, most, done] = [0, 0, 0];
    const resize = async () => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
      done += 1;
    };
    for (let id = 0; id < 6; id += 1) resizeLater(id, resize);
    const { drained } = await drainTasks();
    console.log(JSON.stringify({ drained, most, done }));
  `);
  expect(seen).toEqual({ drained: true, most: 2, done: 6 });
});

it.each([
  ['Vitest', 'vitest', ['run', 'vitest.test.js'], /2 passed/],
  [
    'Jest',
    'node',
    ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--testMatch', '**/jest.test.js'],
    /1 passed/,
  ],
  ['node:test', 'node', ['--test', 'node.test.js'], /pass 1\n/],
])('the tests of the page pass with %s', (_, program, args, passed) => {
  const { code, out, err } = box.run(program, args);
  expect(out + err).toMatch(passed);
  expect(code).toBe(0);
});
