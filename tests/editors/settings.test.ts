import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../support/blocks.ts';
import { startEditor } from './language-server.ts';
import { makeProject } from './project.ts';

const page = blocksOf('editors.md');
const folder = makeProject();
const home = join(
  dirname(createRequire(import.meta.url).resolve('vscode-langservers-extracted/package.json')),
  'lib/eslint-language-server',
);
const server = ['eslint.js', 'eslintServer.js'].map((file) => readFileSync(join(home, file), 'utf8')).join('\n');

/** What VS Code's extension makes of its settings for the server, where the two differ in name. */
const BY_VS_CODE: Readonly<Record<string, string>> = { 'rules.customizations': 'rulesCustomizations' };

const SETTINGS: [string, Record<string, unknown>][] = [
  [
    'VS Code',
    Object.fromEntries(
      Object.entries(JSON.parse(page.file('.vscode/settings.json')) as Record<string, unknown>).map(([key, value]) => [
        BY_VS_CODE[key.replace('eslint.', '')] ?? key.replace('eslint.', ''),
        value,
      ]),
    ),
  ],
  [
    'Zed',
    (JSON.parse(page.file('.zed/settings.json')) as { lsp: { eslint: { settings: Record<string, unknown> } } }).lsp
      .eslint.settings,
  ],
];

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const severityWith = async (settings: object): Promise<(number | undefined)[]> => {
  const editor = await startEditor(folder, settings);
  try {
    return (await editor.open('src/app.js', 'javascript').diagnostics()).map(({ severity }) => severity);
  } finally {
    editor.close();
  }
};

describe.each(SETTINGS)('the settings for %s', (_, settings) => {
  it('are read by the server', () => {
    expect(Object.keys(settings).length).toBeGreaterThan(1);
    for (const key of Object.keys(settings)) expect(server).toContain(`.${key}`);
  });

  it('make warnings of what are errors without them', async () => {
    const [ERROR, WARNING] = [1, 2];
    expect(await severityWith({})).toEqual([ERROR]);
    expect(await severityWith(settings)).toEqual([WARNING]);
  });
});
