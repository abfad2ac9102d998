import { beforeAll, describe, expect, it } from 'vitest';
import { tarball } from './support/pack.ts';
import { scratch } from './support/scratch.ts';

const ROUTE =
  "import express from 'express';\nasync function run() {}\nexpress().post('/runs', (req, res) => {\n  run();\n  res.end();\n});\n";
const box = scratch('languages');

interface Result {
  readonly filePath: string;
  readonly messages: readonly {
    readonly ruleId: string | null;
    readonly line: number;
    readonly column: number;
    readonly suggestions?: readonly {
      readonly desc: string;
      readonly fix: { readonly range: [number, number]; readonly text: string };
    }[];
  }[];
}

function lint(): Result[] {
  return JSON.parse(box.run('npx', ['eslint', '.', '--format', 'json']).out) as Result[];
}

const reports = (results: readonly Result[]): string[] =>
  results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ ruleId, line, column }) => `${filePath.slice(box.folder.length + 1)}:${line}:${column} ${ruleId ?? 'fatal'}`,
    ),
  );

beforeAll(async () => {
  box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }\n');
  box.must(
    'npm',
    'install',
    '--save-dev',
    'eslint@10',
    '@eslint/markdown@8',
    '@eslint/json@2',
    '@eslint/css@2',
    await tarball(),
  );
  box.write('README.md', `# Runs\n\nSay:\n\n\`\`\`js\n${ROUTE}\`\`\`\n`);
  box.write('data.json', '{ "a": 1 }\n');
  box.write('style.css', 'a { color: red; }\n');
  box.write('src/app.js', ROUTE);
});

describe('with the languages of ESLint beside JavaScript', () => {
  it('lints the code blocks of Markdown through its processor, with quick fixes at the right place', () => {
    box.write(
      'eslint.config.js',
      "import fireTask from 'eslint-plugin-fire-task';\nimport markdown from '@eslint/markdown';\nexport default [...markdown.configs.processor, fireTask.configs.recommended];\n",
    );
    const results = lint();
    expect(reports(results).sort()).toEqual([
      'README.md:9:3 fire-task/no-untracked-promises',
      'src/app.js:4:3 fire-task/no-untracked-promises',
    ]);
    const text = box.read('README.md');
    const [fix] = results.find(({ filePath }) => filePath.endsWith('README.md'))?.messages[0]?.suggestions ?? [];
    if (fix === undefined) throw new Error('There is no quick fix in the block.');
    const after = text.slice(0, fix.fix.range[0]) + fix.fix.text + text.slice(fix.fix.range[1]);
    expect(after).toContain("  fireTask(run(), 'run');\n");
    expect(after.startsWith('# Runs\n\nSay:\n\n```js\nimport express')).toBe(true);
    expect(after.endsWith('});\n```\n')).toBe(true);
  });

  it('passes over JSON, CSS and Markdown itself, though its config names no files', () => {
    box.write(
      'eslint.config.js',
      `import fireTask from 'eslint-plugin-fire-task';
import css from '@eslint/css';
import json from '@eslint/json';
import markdown from '@eslint/markdown';
export default [
  fireTask.configs.recommended,
  { files: ['**/*.json'], ignores: ['package-lock.json'], plugins: { json }, language: 'json/json', rules: { 'json/no-duplicate-keys': 'error' } },
  { files: ['**/*.css'], plugins: { css }, language: 'css/css', rules: { 'css/no-empty-blocks': 'error' } },
  { files: ['**/*.md'], plugins: { markdown }, language: 'markdown/gfm', rules: { 'markdown/no-html': 'error' } },
];
`,
    );
    const results = lint();
    expect(results.map(({ filePath }) => filePath.slice(box.folder.length + 1))).toEqual(
      expect.arrayContaining(['README.md', 'data.json', 'style.css', 'src/app.js']),
    );
    expect(reports(results)).toEqual(['src/app.js:4:3 fire-task/no-untracked-promises']);
  });
});
