import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const TOUCH = 'const touch = async (x) => { await fetch(x); };\n';
const EXPRESS = `import express from 'express';\nconst app = express();\n`;
const many = (code: (at: number) => string, folder: string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: 15 }, (_, at) => [`${folder}/m${String(at)}.ts`, code(at)]));

describe('modules of a folder that is loaded as a whole', () => {
  reaches('run what is called in the loaded module', {
    'src/jobs/clean.ts': `${TOUCH}export async function run(x) { touch(x); } //! POST /jobs/:name\n`,
    'src/jobs/mail.ts': `${TOUCH}export const run = async (x) => { touch(x); }; //! POST /jobs/:name
export async function stop(x) { touch(x); }
`,
    'src/other/mail.ts': `${TOUCH}export const run = async (x) => { touch(x); };\n`,
    'src/app.ts': `${EXPRESS}app.post('/jobs/:name', async (req, res) => {
  const job = await import(\`./jobs/\${req.params.name}.js\`);
  await job.run(1);
  res.end();
});
`,
  });
  reaches('run what is kept under another name', {
    'src/define.js': `export default function define(meta, run) { return (params, user) => run(params, user); }\n`,
    'src/endpoints/a.js': `import define from '../define.js';
${TOUCH}export const meta = {};
export default define(meta, async (params) => { touch(params); }); //! POST /:name
`,
    'src/endpoints/b/c.js': `import define from '../../define.js';
${TOUCH}export default define({}, async (params) => { touch(params); }); //! POST /:name
`,
    'src/endpoints.js': `const files = ['a', 'b/c'];
export default files.map((file) => {
  let loaded;
  try { loaded = require(\`./endpoints/\${file}\`); } catch { return null; }
  return { name: file, exec: loaded.default, meta: loaded.meta || {} };
}).filter((each) => each != null);
`,
    'src/app.js': `${EXPRESS}import endpoints from './endpoints.js';
app.post('/:name', async (req, res) => {
  const found = endpoints.find((each) => each.name === req.params.name);
  res.json(await found.exec(req.body, req.user));
});
`,
  });
  reaches('run the one of the name that the code asks for, where all have it', {
    ...many(
      (at) =>
        `${TOUCH}async function getPacket(x) { touch(x); } //! POST /\nexport const info = { getPacket, at: ${String(at)} };\n`,
      'src/commands/a',
    ),
    'src/commands/index.ts': `const commands = new Map<string, Command>();
interface Command { getPacket(x: number): Promise<void> }
export async function load(list: string[]) {
  for (const file of list) {
    const info = (await import(\`./\${file}\`)).info as Command;
    commands.set(file, info);
  }
}
export const pick = (name: string) => commands.get(name);
`,
    'src/app.ts': `${EXPRESS}import { pick } from './commands/index.js';
app.post('/', async (req, res) => { const found = pick(req.body.name); await found.getPacket(1); res.end(); });
`,
  });
});

describe('modules that are loaded by paths of which nothing is known', () => {
  const load = `const { filesIn } = require('./files.js');
const commands = new Map();
exports.load = (folder) => { for (const file of filesIn(folder)) { const one = require(file); commands.set(one.name, one); } };
exports.find = (name) => commands.get(name);
`;
  const app = `const express = require('express');
const { find } = require('./load.js');
const app = express();
app.post('/', async (req, res) => { const found = find(req.body.name); await found.messageRun(req.body); res.end(); });
`;
  const ping = (at: number): string =>
    `${TOUCH}module.exports = { name: 'm${String(at)}', async messageRun(x) { touch(x); } };`;
  const files = { 'src/files.js': 'exports.filesIn = (folder) => globalThis.list(folder);\n', 'src/load.js': load };
  reaches('run what each of them has under the name', {
    ...many((at) => `${ping(at)} //! POST /\n`, 'src/commands/a'),
    ...files,
    'src/app.js': app,
  });
  reaches('run what a variable of theirs has under the name', {
    ...many(
      () => `${TOUCH}const command = { async messageRun(x) { touch(x); } }; //! POST /\nexport default command;\n`,
      'src/commands/a',
    ),
    ...files,
    'src/app.js': app,
  });
  reaches('run it where an object of a package gives one of them', {
    ...many((at) => `${ping(at)} //! POST /\n`, 'src/commands/a'),
    ...files,
    'src/app.js': app.replace('find(req.body.name)', 'req.app.commands.get(req.body.name)'),
  });
  reaches('run it where a placeholder stands for their type', {
    ...many((at) => `${ping(at)} //! POST /\n`, 'src/commands/a'),
    'src/command.js': `/** @typedef {object} Command */
module.exports = { name: '', messageRun: (x) => {} };
`,
    'src/load.js': load,
    'src/files.js': files['src/files.js'],
    'src/app.js': app.replace('await found.messageRun(req.body);', 'await run(found, req.body);')
      .concat(`/** @param {import('./command.js')} command */
async function run(command, x) { await command.messageRun(x); }
`),
  });
  reaches('say nothing where other functions have the name', {
    ...many(ping, 'src/commands/a'),
    ...files,
    'src/other.js': `${TOUCH}exports.make = () => ({ async messageRun(x) { touch(x); } });\n`,
    'src/app.js': app,
  });
  reaches('say nothing where no file loads like that', { ...many(ping, 'src/commands/a'), 'src/app.js': app });
});

describe('many functions with one name', () => {
  const app = `${EXPRESS}app.post('/', async (req, res) => { await req.found.getPacket(1); res.end(); });\n`;
  const packet = (at: number): string =>
    `${TOUCH}export const info = { async getPacket(x) { touch(x); }, at: ${String(at)} };\n`;
  reaches('say nothing where no code loads their folder', { ...many(packet, 'src/commands'), 'src/app.ts': app });
  reaches('say nothing where one of them is in another folder', {
    ...many(packet, 'src/commands'),
    'src/load.ts': `export const load = (file: string) => import(\`./commands/\${file}\`);\n`,
    'src/other.ts': packet(99),
    'src/app.ts': app,
  });
});
