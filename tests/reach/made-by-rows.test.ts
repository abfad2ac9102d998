import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

/** A table of commands, each with a function that loads the one to run. */
const commands = (run: string): Record<string, string> => ({
  'app.js': `const express = require('express');
const { COMMANDS } = require('./commands.js');
const app = express();
app.post('/a', async (req, res) => { ${run} res.end(); });`,
  'commands.js': `const BASE = { skip: false, create: () => { throw new Error('missing'); } };
const COMMANDS = [
  { ...BASE, name: 'start', create: () => { const { start } = require('./start.js'); return start; } },
  { ...BASE, name: 'stop', create: () => { const { stop } = require('./stop.js'); return stop; }, other: () => unused },
];
function unused(x) { touch(x); }
async function touch(x) { await fetch(x); }
module.exports = { COMMANDS };`,
  'start.js': `async function touch(x) { await fetch(x); }
async function start(x) { touch(x); } //! POST /a
module.exports = { start };`,
  'stop.js': `async function touch(x) { await fetch(x); }
async function stop(x) { touch(x); } //! POST /a
module.exports = { stop };`,
});

describe('what a function in the row of a table returns', () => {
  reaches(
    'is run by whoever calls it',
    commands('for (const each of COMMANDS) { const run = each.create(); await run(req.body); }'),
  );
  reaches(
    'also of a row that is looked for',
    commands('const run = COMMANDS.find(({ name }) => name === req.body.name).create(); await run(req.body);'),
  );
});
