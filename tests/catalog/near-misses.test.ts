import { describe, expect, it } from 'vitest';
import { findingsInPackage } from '../support/packages.ts';

const WORK = '\nasync function work(x) { await x; }\n';

function foundIn(dependencies: readonly string[], path: string, code: string): string[] {
  const { findings, source } = findingsInPackage(dependencies, { [path]: code + WORK }, path, { reach: 'project' });
  return findings.map(({ node }) => source.text.slice(...node.range));
}

/** Code that reads like a framework's and is not, where it stands. */
const ROWS: readonly (readonly [title: string, dependencies: readonly string[], path: string, code: string])[] = [
  [
    'a command file in a package without bots',
    ['left-pad'],
    'commands/ping.js',
    'module.exports = { data: {}, async execute(interaction) { work(1); } };',
  ],
  [
    'a bot file elsewhere',
    ['discord.js'],
    'util/ping.js',
    'module.exports = { data: {}, async execute(interaction) { work(1); } };',
  ],
  [
    'another key of a command',
    ['discord.js'],
    'commands/ping.js',
    'module.exports = { data: {}, build() { work(1); } };',
  ],
  [
    'a decorator in small letters without a path',
    ['express'],
    'a.ts',
    "export class A { @get('name') name() { work(1); } @post() other() { work(2); } }",
  ],
  [
    'an event of the connection',
    ['mqtt'],
    'a.ts',
    "import mqtt from 'mqtt'; const client = mqtt.connect('x'); client.on('close', () => { work(1); });",
  ],
  [
    'options that are no callbacks',
    ['better-auth'],
    'auth.ts',
    "import { betterAuth } from 'better-auth'; export const auth = betterAuth({ database: { make() { work(1); } } });",
  ],
  [
    'a service file without moleculer',
    ['left-pad'],
    'services/a.js',
    "module.exports = { name: 'a', actions: { list(ctx) { work(1); } } };",
  ],
  [
    "a moleculer service's own methods",
    ['moleculer'],
    'services/a.js',
    "module.exports = { name: 'a', methods: { list() { work(1); } } };",
  ],
  ['a workflow file without temporal', ['left-pad'], 'src/workflows.ts', 'export async function run() { work(1); }'],
  ['a worker whose file is elsewhere', ['bullmq'], 'src/paint.ts', 'export default async function (job) { work(1); }'],
  [
    'lists of promises that are awaited',
    ['express', 'lodash'],
    'a.ts',
    `import _ from 'lodash'; import express from 'express';
    express().get('/', async (req, res) => {
      const ps = _.times(2, () => work(1));
      await Promise.all([...ps, ..._.map([1], work)]);
      await Promise.all(Array.from([1], (x) => work(x)));
      res.json(_.map([1], (x) => x + 1));
    });`,
  ],
  [
    'a step that is awaited or raced',
    ['inngest'],
    'a.ts',
    `import { Inngest } from 'inngest'; const inngest = new Inngest({ id: 'x' });
    export const f = inngest.createFunction({ id: 'a' }, { event: 'e' }, async ({ step }) => {
      const [a] = await Promise.all([step.run('x', async () => 1), step.sleep('y', '1s')]);
      return step.run('z', async () => a);
    });`,
  ],
  [
    'a step of something else',
    ['inngest', 'express'],
    'a.ts',
    `import express from 'express';
    express().get('/', async (req, res) => { const { step } = wizard(req); step.run('x'); res.end(); });`,
  ],
  [
    'sums',
    ['express'],
    'a.ts',
    `import express from 'express';
    express().get('/', (req, res) => { [1].reduce((sum, x) => sum + x, 0); res.end(); });`,
  ],
  [
    'a child of the router that is no plugin',
    ['elysia'],
    'a.ts',
    `import { Elysia } from 'elysia';
    new Elysia().onError((context) => context.get('/d').post('/e', () => { use(1); }));`,
  ],
];

describe('what only reads like a framework', () => {
  it.each(ROWS)('%s', (_title, dependencies, path, code) => {
    expect(foundIn(dependencies, path, code)).toEqual([]);
  });
});
