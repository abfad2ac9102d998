import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

/** A table of settings, each with functions to run before and after it changes. */
const settings = (run: string): Record<string, string> => ({
  'app.ts': `import express from 'express';
import { change } from './settings.ts';
const app = express();
app.post('/a', async (req, res) => { await change(req.body.name, req.body.value); res.end(); });`,
  'settings.ts': `const touch = async (x?: unknown) => { await fetch(String(x)); };
const SETTINGS = {
  model: { env: 'MODEL', before: [(value: string) => { if (value) touch(value); }], after: [download] }, //! POST /a
  path: { env: 'PATH', unused: [(value: string) => { touch(value); }] },
};
async function download(value: string) { touch(value); } //! POST /a
export async function change(name: string, value: string) { ${run} }`,
});

describe('what a pattern takes out of the row of a table runs', () => {
  reaches(
    'with what stands in for it where it is missing',
    settings(
      'const { before = [], after = [] } = SETTINGS[name]; for (const fn of before) await fn(value); for (const fn of after) await fn(value);',
    ),
  );
  reaches(
    'under another name',
    settings(
      'const { before: first, after: second } = SETTINGS[name]; for (const fn of first) await fn(value); for (const fn of second) await fn(value);',
    ),
  );
  reaches('of each row', {
    'app.ts': `import express from 'express';
const app = express();
const touch = async (x?: unknown) => { await fetch(String(x)); };
const STEPS = [
  { name: 'one', run: (x: number) => { touch(x); }, undo: (x: number) => { touch(x); } }, //! POST /a
];
app.post('/a', async (req, res) => { for (const { run } of STEPS) await run(1); res.end(); });`,
  });
  reaches('and nothing else of the row', {
    'app.ts': `import express from 'express';
const app = express();
const touch = async (x?: unknown) => { await fetch(String(x)); };
const STEPS = { one: { run: (x: number) => { touch(x); }, undo: (x: number) => { touch(x); } } }; //! POST /a
app.post('/a', async (req, res) => {
  const { run, ...others } = STEPS[req.params.name];
  await run(1);
  res.json(others);
});`,
  });
});
