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

it.each<[situation: string, manifest: object, path: string, head: string, isCopy: boolean]>([
  ['a copy of another project', { name: 'shop' }, 'libs/archive/lib/core.js', LICENCE, true],
  ['a file with the name of the other alone', { name: 'shop' }, 'libs/archive.js', LICENCE, false],
  ['a file of the project that has the licence', { name: '@acme/archive' }, 'src/archive/core.js', LICENCE, false],
  [
    'a link that says nothing of a licence',
    { name: 'shop' },
    'libs/archive/core.js',
    LICENCE.replace(/@license|LICENSE/g, 'x'),
    false,
  ],
  ['a licence without a link', { name: 'shop' }, 'libs/archive/core.js', '/* Licensed under MIT */\n', false],
  ...['server', 'src', 'lib', 'app'].map((folder): [string, object, string, string, boolean] => [
    'a folder that many projects have',
    { name: 'shop' },
    `${folder}/routes/core.js`,
    `// Copyright Acme, https://github.com/acme/${folder}\n`,
    false,
  ]),
  ...[
    { repository: 'acme/node-archive' },
    { repository: 'github:acme/node-archive' },
    { repository: { type: 'git', url: 'git+ssh://git@github.com/acme/node-archive.git' } },
    { homepage: 'https://github.com/acme/node-archive#readme' },
    { bugs: { url: 'https://github.com/acme/node-archive/issues' } },
    { author: 'Acme <we@acme.test> (https://github.com/acme)' },
  ].map((manifest): [string, object, string, string, boolean] => [
    'an address of the project',
    manifest,
    'libs/archive/core.js',
    LICENCE,
    false,
  ]),
  ['an address of another project', { repository: 'acme/node-archive-plus' }, 'libs/archive/core.js', LICENCE, true],
  ['another project of its owner', { repository: 'acme/shop' }, 'libs/archive/core.js', LICENCE, true],
  [
    'the source of another project',
    { repository: 'acme/shop' },
    'core.js',
    '// Source: https://github.com/b/c\n',
    true,
  ],
  ['its own source', { repository: 'acme/shop' }, 'core.js', '// Source: https://github.com/acme/shop\n', false],
  ['its own page', { homepage: 'https://acme.test' }, 'core.js', '// Source: https://acme.test/code\n', false],
  ['the source of data', { name: 'shop' }, 'core.js', '// Data source: https://example.com/rates\n', false],
])('%s, %j in %s: %s', (_, manifest, path, head, isCopy) => {
  box.write('package.json', JSON.stringify(manifest));
  box.write(path, head + CODE);
  refreshProject();
  const { plan } = planSource(sourceFrom(head + CODE, join(box.folder, path)), { rule: { reach: 'file' } });
  expect(plan.rewrites).toHaveLength(isCopy ? 0 : 1);
  expect(plan.skips.map(({ code }) => code)).toEqual(isCopy ? ['written-elsewhere'] : []);
});
