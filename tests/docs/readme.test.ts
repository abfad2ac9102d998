import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import { expect, it } from 'vitest';
import { blocksOf } from '../support/blocks.ts';
import { ROOT } from '../support/pages.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const page = blocksOf('README.md');

it('the README shows what the report on the example prints', async () => {
  cpSync(join(ROOT, 'examples/pipeline-express'), box.folder, {
    recursive: true,
    filter: (path) => !/node_modules|dist$/.test(path),
  });
  const { out } = await box.run(['report', '--no-eslint-config']);
  expect(page.file('report.txt').trimEnd()).toBe(out);
});

it('its configuration has ESLint read TypeScript', async () => {
  // Below this checkout, so that packages are found.
  const folder = join(ROOT, '.cache/readme', process.pid.toString());
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'eslint.config.mjs');
  writeFileSync(path, page.file('eslint.config.js'));
  const { default: config } = (await import(pathToFileURL(path).href)) as { default: never };
  rmSync(folder, { recursive: true });
  box.write('package.json', '{ "dependencies": { "express": "5" } }');
  const eslint = new ESLint({ cwd: box.folder, overrideConfigFile: true, overrideConfig: config });
  const [result] = await eslint.lintText(
    "import express from 'express';\nasync function run(id: string) { await fetch(id); }\nexpress().get('/', (req, res) => { run('1'); res.end(); });\n",
    { filePath: join(box.folder, 'app.ts') },
  );
  expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(['fire-task/no-untracked-promises']);
});
