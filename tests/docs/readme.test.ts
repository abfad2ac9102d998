import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { blocksOf } from '../support/blocks.ts';
import { ROOT } from '../support/pages.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();

it('the README shows what the report on the example prints', async () => {
  const page = blocksOf('README.md');
  cpSync(join(ROOT, 'examples/pipeline-express'), box.folder, {
    recursive: true,
    filter: (path) => !/node_modules|dist$/.test(path),
  });
  const { out } = await box.run(['report', '--no-eslint-config']);
  expect(page.file('report.txt').trimEnd()).toBe(out);
});

it('its configuration has ESLint read TypeScript', async () => {
  const { ESLint } = await import('eslint');
  const [parser, tseslint, fireTask] = await Promise.all([
    import('@typescript-eslint/parser'),
    import('typescript-eslint'),
    import('../../src/index.ts'),
  ]);
  const text = blocksOf('README.md').file('eslint.config.js');
  expect(parser).toBeDefined();
  const body = text.replaceAll(/^import .*$/gm, '').replace('export default', 'return');
  const config = new Function('fireTask', 'tseslint', body)(fireTask.default, tseslint.default) as object[];
  box.write('package.json', '{ "dependencies": { "express": "5" } }');
  const eslint = new ESLint({ cwd: box.folder, overrideConfigFile: true, overrideConfig: config });
  const [result] = await eslint.lintText(
    "import express from 'express';\nasync function run(id: string) { await fetch(id); }\nexpress().get('/', (req, res) => { run('1'); res.end(); });\n",
    { filePath: join(box.folder, 'app.ts') },
  );
  expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(['fire-task/no-untracked-promises']);
});
