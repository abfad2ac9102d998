import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FLAVOURS } from '../../src/helper/flavour.ts';
import { renderTracker } from '../../src/helper/injection.ts';
import { blocksOf } from '../support/blocks.ts';
import { tarball } from './support/pack.ts';
import { scratch } from './support/scratch.ts';

const MAIL =
  'export const ids = [1, 2];\nexport async function send(what: unknown): Promise<void> {\n  await what;\n}\n';
/** With a letter of two bytes before the second launch. */
const APP = `import express from 'express';
import { send } from './mail.js';
express().post('/x', (req, res) => {
  send(req.body);
  const é = 1; void send(é);
  // oxlint-disable-next-line fire-task/no-untracked-promises
  send(1);
  // eslint-disable-next-line fire-task/no-untracked-promises
  send(2);
  res.end();
});
`;

describe('oxlint', () => {
  const page = blocksOf('oxlint.md');
  const box = scratch('oxlint');
  interface Diagnostic {
    readonly code: string;
    readonly url?: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
  }
  const reports = (...args: string[]): string[] =>
    (
      JSON.parse(box.run('npx', ['oxlint', '--format', 'json', ...args]).out) as { diagnostics: Diagnostic[] }
    ).diagnostics
      .map(
        ({ code, filename, labels: [label] }) =>
          `${filename}:${label?.span.line ?? ''}:${label?.span.column ?? ''} ${code}`,
      )
      .sort();

  beforeAll(async () => {
    box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    box.write('.gitignore', 'node_modules/\n');
    box.must('npm', 'install', '--save-dev', await tarball());
    box.must('bash', '-e', '-c', page.script('install-oxlint').replace(' eslint-plugin-fire-task', ''));
    box.write('.oxlintrc.json', page.file('.oxlintrc.json'));
    box.write('src/mail.ts', MAIL);
    box.write('src/app.ts', APP);
  });

  it('is the version of the page', () => {
    expect(box.must('npx', 'oxlint', '--version')).toMatch(/\b1\.94\./);
  });

  it('finds what ESLint would, by the command of the page; comments of both count, columns are bytes', () => {
    expect(box.run('bash', ['-e', '-c', page.script('oxlint')]).code).toBe(1);
    expect(reports('src').filter((line) => line.includes('fire-task'))).toEqual([
      'src/app.ts:4:3 fire-task(no-untracked-promises)',
      'src/app.ts:5:17 fire-task(no-untracked-promises)',
    ]);
  });

  it('shows no link to the page', () => {
    const { diagnostics } = JSON.parse(box.run('npx', ['oxlint', '--format', 'json', 'src']).out) as {
      diagnostics: Diagnostic[];
    };
    expect(diagnostics.filter(({ code }) => code.startsWith('fire-task')).map(({ url }) => url)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('changes nothing by --fix; by --fix-suggestions it tracks, without the helper', () => {
    box.run('npx', ['oxlint', '--fix', 'src']);
    expect(box.read('src/app.ts')).toBe(APP);
    box.run('npx', ['oxlint', '--fix-suggestions', 'src']);
    expect(box.read('src/app.ts').match(/fireTask\(send/g)).toHaveLength(1);
    expect(existsSync(join(box.folder, 'src/lib'))).toBe(false);
    box.write('src/app.ts', APP);
  });

  it('takes options and settings, and says what is wrong with them', () => {
    const withRule = (entry: string, settings = '{}'): string =>
      `{ "jsPlugins": ["eslint-plugin-fire-task"], "categories": { "correctness": "off" }, "settings": ${settings}, "rules": { "fire-task/no-untracked-promises": ${entry} } }`;
    const said = (config: string): string => {
      box.write('other.json', config);
      const { out, err } = box.run('npx', ['oxlint', '--config', 'other.json', 'src/app.ts']);
      return out + err;
    };
    expect(said(withRule('["error", { "forms": { "voided": false } }]'))).toMatch(/Found 0 warnings and 1 error/);
    expect(said(withRule('["error", { "reached": "file" }]'))).toContain('Unexpected property "reached"');
    expect(said(withRule('["error", { "typed": true }]'))).toContain('The option typed asks for type information');
    expect(
      said(
        withRule(
          '"error"',
          '{ "fire-task": { "sinks": [{ "values": ["./src/mail.ts#send()"], "accepts": "both", "verdict": "own" }] } }',
        ),
      ),
    ).toMatch(/Found 0 warnings and 0 errors/);
    expect(said(withRule('"error"', '{ "fire-task": { "nonsense": 1 } }'))).toContain("settings['fire-task'].nonsense");
  });

  it('lints the script of a .svelte file, as it does those of .vue and .astro', () => {
    const code =
      "import express from 'express';\nasync function run() {}\nexpress().post('/runs', (req, res) => {\n  run();\n  res.end();\n});\n";
    box.write('src/a.svelte', `<script>\n${code}</script>\n`);
    box.write('src/b.vue', `<script>\n${code}</script>\n`);
    box.write('src/c.astro', `---\n${code}---\n`);
    expect(reports('src').filter((line) => line.includes('fire-task') && !line.includes('app.ts'))).toEqual(
      ['a.svelte', 'b.vue', 'c.astro'].map((name) => `src/${name}:5:3 fire-task(no-untracked-promises)`),
    );
    box.must('rm', 'src/a.svelte', 'src/b.vue', 'src/c.astro');
  });

  it('runs beside its own type-aware rule, which a task satisfies', () => {
    box.write('type-aware.oxlintrc.json', page.file('type-aware.oxlintrc.json'));
    box.write(
      'tsconfig.json',
      '{ "compilerOptions": { "strict": true, "module": "nodenext", "target": "es2023", "types": [] }, "include": ["src"] }',
    );
    box.write('src/lib/fire-task.ts', renderTracker('ts', 'node'));
    box.write(
      'src/task.ts',
      "import { fireTask } from './lib/fire-task.js';\nimport { send } from './mail.js';\nexport function go(): void {\n  fireTask(send(1), 'send');\n  send(2);\n}\n",
    );
    const { out } = box.run('bash', ['-e', '-c', `${page.script('type-aware').trim()} --format json`]);
    const { diagnostics } = JSON.parse(out.slice(out.indexOf('{ "diagnostics"'))) as { diagnostics: Diagnostic[] };
    expect(
      diagnostics.map(({ code, filename, labels: [label] }) => `${filename}:${label?.span.line ?? ''} ${code}`).sort(),
    ).toEqual([
      'src/app.ts:4 fire-task(no-untracked-promises)',
      'src/app.ts:4 typescript(no-floating-promises)',
      'src/app.ts:5 fire-task(no-untracked-promises)',
      'src/app.ts:7 typescript(no-floating-promises)',
      'src/app.ts:9 typescript(no-floating-promises)',
      'src/task.ts:5 typescript(no-floating-promises)',
    ]);
  });

  it.each(FLAVOURS)('has nothing to say of the helper of flavour %s', (flavour) => {
    box.write('helper/fire-task.ts', renderTracker('ts', flavour));
    box.write('helper/fire-task.js', renderTracker('esm', flavour));
    expect(reports('helper')).toEqual([]);
  });
});

describe('Biome', () => {
  const page = blocksOf('biome.md');
  const box = scratch('biome');
  interface Diagnostic {
    readonly category: string;
    readonly severity: string;
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }
  const reports = (path: string): string[] =>
    (
      JSON.parse(box.run('npx', ['biome', 'lint', '--reporter=json', '--max-diagnostics=none', path]).out) as {
        diagnostics: Diagnostic[];
      }
    ).diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ category, location }) => `${location.start.line} ${category.split('/').at(-1) ?? ''}`)
      .sort();

  beforeAll(async () => {
    box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    box.must(
      'npm',
      'install',
      '--save-dev',
      '@biomejs/biome@2.6',
      'eslint@10',
      '@typescript-eslint/parser@8',
      'typescript@6',
      await tarball(),
    );
    box.write('biome.json', page.file('biome.json'));
    box.write('src/mail.ts', MAIL);
    box.write('src/lib/fire-task.ts', renderTracker('ts', 'node'));
    box.write('src/orders.ts', page.file('src/orders.ts'));
  });

  /** The table of the page: by line, what each says. */
  const table = new Map(
    [...blocksOf('biome.md').prose.matchAll(/^\| (\d+) `[^`]+` \| (.*?) ?\| (.*?) ?\|$/gm)].map(
      ([, line = '', biome = '', ours = '']) => [
        Number(line),
        { biome: /`(\w+)`/.exec(biome)?.[1] ?? '', ours: ours.replaceAll('`', '') },
      ],
    ),
  );

  it('says of the file what the page says', () => {
    expect(table.size).toBe(6);
    expect(reports('src/orders.ts')).toEqual(
      [...table].flatMap(([line, { biome }]) => (biome === '' ? [] : [`${line} ${biome}`])).sort(),
    );
  });

  it('and so do we, by the command without ESLint', () => {
    const { code, out } = box.run('bash', [
      '-c',
      page.script('check').replace('--check src', '--check src --json').trim().split('\n')[1] ?? '',
    ]);
    expect(code).toBe(1);
    const { routes } = JSON.parse(out) as { routes: { findings: { line: number; form: string }[] }[] };
    expect(routes.flatMap(({ findings }) => findings).map(({ line, form }) => `${line} ${form}`)).toEqual(
      [...table].flatMap(([line, { ours }]) => (ours === '' ? [] : [`${line} ${ours}`])),
    );
  });

  it('fails by the commands of the page, and has nothing to say of what the codemod wrote', () => {
    expect(box.run('bash', ['-e', '-c', page.script('check')]).code).toBe(1);
    box.must('npx', 'fire-task', 'migrate', '--force', 'src');
    expect(box.read('src/orders.ts').match(/fireTask\(/g)).toHaveLength(6);
    expect(reports('src/orders.ts')).toEqual([]);
    box.must('bash', '-e', '-c', page.script('check'));
    box.write('src/orders.ts', page.file('src/orders.ts'));
  });

  it('has an unsafe fix that awaits in async functions', () => {
    box.write(
      'src/fix.ts',
      "import { send } from './mail.js';\nexport async function go(): Promise<void> {\n  send(1);\n}\nexport function stay(): void {\n  send(2);\n}\n",
    );
    box.run('npx', ['biome', 'lint', '--write', 'src/fix.ts']);
    expect(box.read('src/fix.ts')).not.toContain('await');
    box.run('npx', ['biome', 'lint', '--write', '--unsafe', 'src/fix.ts']);
    expect(box.read('src/fix.ts').match(/.*send\(\d\);/g)).toEqual(['  await send(1);', '  send(2);']);
  });

  it('reads no comment of ours, nor we one of its', () => {
    box.write(
      'src/comment.ts',
      "import express from 'express';\nimport { send } from './mail.js';\nexpress().get('/', (req, res) => {\n  // eslint-disable-next-line fire-task/no-untracked-promises\n  send(1);\n  // biome-ignore lint/nursery/noFloatingPromises: shown\n  send(req.query);\n  res.end();\n});\n",
    );
    expect(reports('src/comment.ts')).toEqual(['5 noFloatingPromises']);
    expect(box.run('npx', ['fire-task', 'migrate', '--check', 'src/comment.ts']).out).toContain('src/comment.ts:7:3');
    box.must('rm', 'src/comment.ts', 'src/fix.ts');
  });

  it("loads the page's ESLint configuration, for JavaScript", () => {
    box.write('eslint.config.js', page.file('eslint.config.js'));
    box.write(
      'src/plain.js',
      "import express from 'express';\nasync function run() {}\nexpress().get('/', (req, res) => {\n  run();\n  res.end();\n});\n",
    );
    expect(box.run('npx', ['eslint', 'src/plain.js']).out).toContain('fire-task/no-untracked-promises');
    box.must('rm', 'src/plain.js', 'eslint.config.js');
  });

  it.each(FLAVOURS)('has nothing to say of the helper of flavour %s by its recommended rules', (flavour) => {
    box.write('biome.json', '{}');
    box.write('helper/fire-task.ts', renderTracker('ts', flavour));
    box.write('helper/fire-task.js', renderTracker('esm', flavour));
    expect(reports('helper')).toEqual([]);
    box.write('biome.json', page.file('biome.json'));
  });
});

it('the comparison page has the table that the tools give', () => {
  const box = scratch('comparison');
  const { code, err } = box.run('node', [join(import.meta.dirname, '../../tools/comparison.js'), '--check']);
  expect(code, err).toBe(0);
});
