import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const SETUP = `import express from 'express';
const app = express();
async function save(x) { await x; }
`;

describe('a function passed to evaluate', () => {
  reaches('runs in the server, if evaluate is a method of the user that does not pass it to a page', {
    'x.js': `${SETUP}class Policy { evaluate(decide) { return decide(1); } }
const policy = new Policy();
app.get('/', (req, res) => {
  policy.evaluate((rule) => { save(rule); }); //! GET /
  policy.evaluate(named);
  res.end();
});
function named() { save(2); } //! GET / (named)
`,
  });
  reaches('runs in a page, if a method of the user passes it to one', {
    'x.js': `${SETUP}class Screen {
  evaluate(script) { return this.page.evaluate(script); }
}
const screen = new Screen();
app.get('/', async (req, res) => {
  await screen.evaluate(() => { save(1); });
  res.end();
});
`,
  });
  reaches('runs in the server, too, where something else calls it', {
    'x.js': `${SETUP}function both() { save(1); } //! GET / (both)
function onlyThere() { save(2); }
app.get('/', async (req, res) => {
  await page.evaluate(both);
  await page.evaluate(onlyThere);
  both();
  res.end();
});
`,
  });
  reaches(
    'is no code of the server with reach all, if nothing else uses it',
    {
      'x.js': `${SETUP}function both() { save(1); } //!
function onlyThere() { save(2); }
export async function shot(page) {
  await page.evaluate(both);
  await page.evaluate(onlyThere);
  both();
}
`,
    },
    { reach: 'all' },
  );
});
