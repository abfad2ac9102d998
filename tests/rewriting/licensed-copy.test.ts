import { join } from 'node:path';
import { expect, it } from 'vitest';
import { planSource, refreshProject } from '../support/engine.ts';
import { sourceFrom } from '../support/findings.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();

const CODE = `async function run(x) { await x; }
/** @type {import('express').RequestHandler} */
exports.create = (req, res) => { run(1); res.end(); };
`;
const LICENCE = '/**\n * @license [MIT]{@link https://github.com/acme/node-archive/blob/main/LICENSE}\n */\n';

it.each([
  ['a copy of another project', 'shop', 'libs/archive/lib/core.js', LICENCE, true],
  ['a file with the name of the other alone', 'shop', 'libs/archive.js', LICENCE, false],
  ['a file of the project that has the licence', '@acme/archive', 'src/archive/core.js', LICENCE, false],
  [
    'a link that says nothing of a licence',
    'shop',
    'libs/archive/core.js',
    LICENCE.replace(/@license|LICENSE/g, 'x'),
    false,
  ],
  ['a licence without a link', 'shop', 'libs/archive/core.js', '/* Licensed under MIT */\n', false],
])('%s, in %s: %s', (_, name, path, head, isCopy) => {
  box.write('package.json', JSON.stringify({ name }));
  box.write(path, head + CODE);
  refreshProject();
  const { plan } = planSource(sourceFrom(head + CODE, join(box.folder, path)), { rule: { reach: 'file' } });
  expect(plan.rewrites).toHaveLength(isCopy ? 0 : 1);
  expect(plan.skips.map(({ code }) => code)).toEqual(isCopy ? ['written-elsewhere'] : []);
});
