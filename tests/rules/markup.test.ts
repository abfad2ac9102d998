import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as typescript from '@typescript-eslint/parser';
import * as astro from 'astro-eslint-parser';
import { ESLint, type Linter } from 'eslint';
import * as svelte from 'svelte-eslint-parser';
import * as vue from 'vue-eslint-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import { renderTracker } from '../../src/helper/injection.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fire-task-markup-')));
const SERVER = `import express from 'express';
async function run(): Promise<void> {}
express().post('/runs', (req, res) => {
  run();
  res.end();
});
`;
const TRACKED = SERVER.replace("'express';\n", "'express';\nimport { fireTask } from './lib/fire-task.js';\n").replace(
  '  run();',
  "  fireTask(run(), 'run');",
);
const PARSERS = { vue, svelte, astro } as const;

function config([extension, parser]: [string, unknown]): Linter.Config {
  return {
    files: [`**/*.${extension}`],
    languageOptions: { parser: parser, parserOptions: { parser: typescript, extraFileExtensions: [`.${extension}`] } },
  };
}

async function lint(path: string, text: string): Promise<Linter.LintMessage[]> {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [plugin.configs.recommended, ...Object.entries(PARSERS).map(config)],
  });
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  const [result] = await eslint.lintFiles([path]);
  return result?.messages ?? [];
}

beforeAll(() => {
  mkdirSync(join(folder, 'src/lib'), { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    '{ "type": "module", "dependencies": { "express": "5", "astro": "5", "nuxt": "4", "@sveltejs/kit": "2" } }',
  );
  writeFileSync(join(folder, 'src/lib/fire-task.js'), renderTracker('esm', 'node'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  [
    'src/Server.vue',
    (code: string) => `<template><p>{{ a }}</p></template>\n<script lang="ts">\n${code}</script>\n`,
    6,
  ],
  ['src/server.astro', (code: string) => `---\n${code}---\n<p>x</p>\n`, 5],
])('code in %s', (path, around, line) => {
  it('is linted where it stands', async () => {
    expect(await lint(path, around(SERVER))).toMatchObject([{ line, column: 3, messageId: 'floating' }]);
    expect(await lint(path, around(SERVER.replace('(req', 'async (req').replace('  run', '  await run')))).toEqual([]);
  });

  it('has a quick fix that leaves the markup as it is', async () => {
    const text = around(SERVER);
    const [message] = await lint(path, text);
    const fix = message?.suggestions?.find(({ desc }) => desc.startsWith('Track it'))?.fix;
    if (fix === undefined) throw new Error('There is no quick fix.');
    expect(text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1])).toBe(around(TRACKED));
  });
});

describe('a .svelte file', () => {
  it('is passed over: SvelteKit has its handlers in +server.ts and +page.server.ts', async () => {
    expect(await lint('src/Page.svelte', `<script lang="ts" module>\n${SERVER}</script>\n<p>x</p>\n`)).toEqual([]);
    expect(
      await lint('src/routes/runs/+server.js', 'async function run() {}\nexport function POST() {\n  run();\n}\n'),
    ).toMatchObject([{ line: 3, messageId: 'floating' }]);
  });
});
