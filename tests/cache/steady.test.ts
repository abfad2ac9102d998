import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Workspace } from '../../src/project/workspace.ts';
import { findUntracked } from '../../src/findings/find-untracked.ts';
import { setUp } from '../../src/findings/setup.ts';
import { createWorkspace } from '../../src/project/workspace.ts';
import { counts } from '../../src/syntax/counts.ts';
import { parse } from '../../src/syntax/parse.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const QUEUE = "import { Queue } from 'bullmq';\nexport const jobs = new Queue('jobs');\n";
const SERVICES = 30;
let workspace: Workspace;

/** An app whose routes add jobs to a queue, through thirty services. The route itself loses one job. */
beforeEach(() => {
  workspace = createWorkspace();
  box.write('package.json', '{ "type": "module", "dependencies": { "express": "5", "bullmq": "5" } }');
  box.write('jobs.js', QUEUE);
  const names = Array.from({ length: SERVICES }, (_, at) => `service${at}`);
  for (const name of names)
    box.write(
      `${name}.js`,
      `import { jobs } from './jobs.js';\nexport async function ${name}(id) { await jobs.add('${name}', id); }\n`,
    );
  box.write(
    'app.js',
    "import express from 'express';\nimport { jobs } from './jobs.js';\n" +
      names.map((name) => `import { ${name} } from './${name}.js';\n`).join('') +
      `express().get('/', async (request, response) => { ${names.map((name) => `await ${name}(1);`).join(' ')}\n` +
      'jobs.add("end", 1); response.end(); });\n',
  );
});

afterEach(() => {
  vi.useRealTimers();
});

/** The findings in the app after a file was written. All that was read from the disk before is old by then. */
function lintAfter(file: string, text: string): { found: number; graphed: number; evaluated: number } {
  box.write(file, text);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  const before = { ...counts };
  const source = parse(`${box.folder}/app.js`, box.read('app.js'));
  if (!('ast' in source)) throw new Error('It parses.');
  const { options, evaluation } = setUp(workspace, undefined, undefined);
  const found = findUntracked(source, options, evaluation).length;
  return { found, graphed: counts.graphed - before.graphed, evaluated: counts.evaluated - before.evaluated };
}

it('what only asks for a client that a file exports is not searched for again when that file is edited', () => {
  expect(lintAfter('jobs.js', QUEUE)).toMatchObject({ found: 1, graphed: 1 });
  const { evaluated, ...edited } = lintAfter('jobs.js', `${QUEUE}export function count() { return 1; }\n`);
  expect(edited).toEqual({ found: 1, graphed: 0 });
  // If the services were asked again, it would be more than four for each.
  expect(evaluated).toBeLessThan(2 * SERVICES);
});

it.each([
  ['it is made otherwise', "export const jobs = new (await import('node:events')).EventEmitter();\n"],
  ['it is gone', 'export const others = 1;\n'],
  ['it is of the file itself', 'export const jobs = { add() {} };\n'],
])('a client is asked for again if %s', (_, text) => {
  expect(lintAfter('jobs.js', QUEUE).found).toBe(1);
  expect(lintAfter('jobs.js', text).found).toBe(0);
  expect(lintAfter('jobs.js', QUEUE).found).toBe(1);
});

it('a client that comes through other files is the same until one of them hands on another', () => {
  const handed = "export { jobs } from './queues.js';\n";
  box.write('queues.js', QUEUE);
  expect(lintAfter('jobs.js', handed).found).toBe(1);
  expect(lintAfter('queues.js', `${QUEUE}export const more = 1;\n`)).toMatchObject({ found: 1, graphed: 0 });
  expect(lintAfter('queues.js', 'export const jobs = new Map();\n').found).toBe(0);
  expect(lintAfter('jobs.js', QUEUE).found).toBe(1);
});

it('the call graph is the same while only functions come or go that no handler runs', () => {
  expect(lintAfter('service1.js', 'export async function service1() {}\n')).toMatchObject({ graphed: 1 });
  const more = 'export async function service1() {}\nexport function unused() {}\n';
  expect(lintAfter('service1.js', more)).toMatchObject({ found: 1, graphed: 0 });
  expect(
    lintAfter('service1.js', 'export async function service1() { unused(); }\nfunction unused() {}\n'),
  ).toMatchObject({ graphed: 1 });
});
