import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'fire-task-options-'));
cpSync(fileURLToPath(new URL('../projects/shop-ts/', import.meta.url)), folder, { recursive: true });
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function messagesOf(
  code: string,
  config: Linter.Config,
  parserOptions: object = {},
): Promise<Linter.LintMessage[]> {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [config, { files: ['**/*.ts'], languageOptions: { parser, parserOptions } }],
  });
  const [result] = await eslint.lintText(code, { filePath: join(folder, 'src/app.ts') });
  return result?.messages ?? [];
}

const withOptions = (options: object): Linter.Config => ({
  plugins: { 'fire-task': plugin },
  rules: { 'fire-task/no-untracked-promises': ['error', options] },
});

describe('the option tracker', () => {
  const code =
    "import express from 'express';\nimport { track } from '@acme/tasks';\nasync function mail(x: number) { await x; }\nexpress().post('/', (req, res) => {\n  mail(1);\n  track(mail(2), 'mail');\n  track(async () => { await mail(3); });\n  res.end();\n});\n";

  it('names it in the message and imports it in the quick fix', async () => {
    const messages = await messagesOf(code, withOptions({ tracker: { name: 'track', module: '@acme/tasks' } }));
    expect(messages.map(({ line }) => line)).toEqual([5]);
    expect(messages[0]?.message).toContain('or pass it to `track`.');
    expect(messages[0]?.suggestions?.map(({ desc, fix }) => [desc, fix.text])).toContainEqual([
      'Track it with track.',
      expect.stringContaining("track(mail(1), 'mail')"),
    ]);
  });

  it('takes a file of the package, and adds the import', async () => {
    const [message] = await messagesOf(
      code.replace("import { track } from '@acme/tasks';\n", '').replace(/ {2}track.*\n/g, ''),
      withOptions({ tracker: { name: 'track', module: './src/lib/tasks.ts' } }),
    );
    const texts = message?.suggestions?.map(({ fix }) => fix.text).join('\n');
    expect(texts).toMatch(/import \{ track \} from '\.\/lib\/tasks(?:\.js)?'/);
    expect(texts).toContain("track(mail(1), 'mail')");
  });
});

describe('the option sinks', () => {
  it('takes what such a call gives back as nothing to await', async () => {
    const code =
      "import express from 'express';\nimport { background } from './background.js';\nexpress().post('/', (req, res) => {\n  background(async () => {});\n  res.end();\n});\n";
    const module = join(folder, 'src/background.ts');
    cpSync(fileURLToPath(new URL('../projects/shop-ts/src/orders/refund.ts', import.meta.url)), module);
    expect(
      await messagesOf(
        code.replace('background(async', 'refund(async').replace('{ background }', '{ refund }'),
        withOptions({}),
      ),
    ).toHaveLength(1);
    expect(
      await messagesOf(
        code.replace('background(async', 'refund(async').replace('{ background }', '{ refund }'),
        withOptions({ sinks: ['./src/background.ts#refund()'] }),
      ),
    ).toEqual([]);
  });

  it('says which pattern is none', async () => {
    await expect(messagesOf('export {};', withOptions({ sinks: ['background'] }))).rejects.toThrow(
      '"background" is not a catalog pattern',
    );
  });
});

describe('recommendedTypeChecked', () => {
  const code =
    "import express from 'express';\ndeclare function pipe<T>(x: T): T;\ndeclare const work: Promise<void>;\nexpress().post('/', (req, res) => {\n  pipe(work);\n  pipe(1);\n  res.end();\n});\n";

  it('knows by its type what code alone does not say', async () => {
    expect((await messagesOf(code, plugin.configs.recommended)).map(({ line }) => line)).toEqual([]);
    expect(
      (
        await messagesOf(code, plugin.configs.recommendedTypeChecked, { projectService: true, tsconfigRootDir: folder })
      ).map(({ line }) => line),
    ).toEqual([5]);
  });

  it('says in one sentence what it needs', async () => {
    await expect(messagesOf(code, plugin.configs.recommendedTypeChecked)).rejects.toThrow(
      /The option typed needs type information, but the parser of .*app\.ts provides none: use @typescript-eslint\/parser with languageOptions\.parserOptions\.projectService, or remove the option\./,
    );
  });
});

describe('strict', () => {
  it('switches the form partial on', async () => {
    const code =
      "import express from 'express';\nasync function mail(x: number) { await x; }\nexpress().post('/', async (req, res) => {\n  const p = mail(1);\n  if (req.body) return;\n  await p;\n});\n";
    expect(await messagesOf(code, plugin.configs.recommended)).toEqual([]);
    const [message] = await messagesOf(code, plugin.configs.strict);
    expect(message).toMatchObject({
      messageId: 'partial',
      line: 4,
      message: expect.stringContaining('Line 5 returns or throws without it.') as string,
    });
  });
});
