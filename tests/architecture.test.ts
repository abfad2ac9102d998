import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ICruiseOptions, ICruiseResult } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';
import extractConfiguration from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['src', 'rules', 'codemods'];

/** Each broken rule as a sentence that says who imports what, and how to repair it. */
async function violationsIn(folder: string): Promise<string[]> {
  const { forbidden = [], options = {} } = await extractConfiguration(join(ROOT, '.dependency-cruiser.js'));
  const cruiseOptions: ICruiseOptions = { ...options, baseDir: folder, validate: true, ruleSet: { forbidden } };
  const { output } = await cruise(FOLDERS, cruiseOptions, undefined, {
    tsConfig: extractTsConfig(join(ROOT, 'tsconfig.json')),
  });
  const repairs = new Map(forbidden.map(({ name, comment }) => [name, comment]));
  return (output as ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} imports ${to}. ${repairs.get(rule.name) ?? ''}`,
  );
}

it('imports point down only, without cycles, and packages stay where they belong', async () => {
  expect(await violationsIn(ROOT)).toEqual([]);
});

describe('the rules see', () => {
  const made: string[] = [];
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true });
  });

  /** Rules broken by a small tree of files. */
  async function brokenBy(files: Record<string, string>): Promise<string[]> {
    const folder = mkdtempSync(join(tmpdir(), 'architecture-'));
    made.push(folder);
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({
        type: 'module',
        dependencies: {
          '@typescript-eslint/utils': '*',
          typescript: '*',
          jscodeshift: '*',
          'oxc-parser': '*',
          commander: '*',
        },
        devDependencies: { vitest: '*' },
      }),
    );
    for (const name of [...FOLDERS.map((top) => `${top}/empty.ts`), ...Object.keys(files)]) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), files[name] ?? 'export {};\n');
    }
    return (await violationsIn(folder)).map((sentence) => sentence.split(':', 1)[0] ?? sentence);
  }

  it.each<[string, Record<string, string>, string]>([
    [
      'an import upwards',
      { 'src/syntax/a.ts': "import '../findings/b.ts';", 'src/findings/b.ts': 'export {};' },
      'syntax-knows-only-what-is-beneath',
    ],
    [
      'a type imported upwards',
      {
        'src/values/a.ts': "import type { B } from '../findings/b.ts';\nexport type A = B;",
        'src/findings/b.ts': 'export type B = 1;',
      },
      'values-knows-only-what-is-beneath',
    ],
    [
      'an import sideways',
      { 'src/promises/a.ts': "import '../handlers/b.ts';", 'src/handlers/b.ts': 'export {};' },
      'promises-knows-only-what-is-beneath',
    ],
    [
      'a face in a face',
      { 'rules/a.ts': "import '../src/cli/b.ts';", 'src/cli/b.ts': 'export {};' },
      'rules-knows-only-what-is-beneath',
    ],
    ['a cycle', { 'src/syntax/a.ts': "import './b.ts';", 'src/syntax/b.ts': "import './a.ts';" }, 'no-cycles'],
    [
      'the TypeScript compiler as a value',
      { 'src/promises/a.ts': "import ts from 'typescript';\nexport default ts.version;" },
      'no-typescript-no-eslint',
    ],
    [
      "the index of typescript-eslint's utils",
      { 'src/taken-in/a.ts': "export { ESLintUtils } from '@typescript-eslint/utils';" },
      'taken-in-by-the-narrow-door',
    ],
    [
      "typescript-eslint's utils outside of src/taken-in",
      { 'rules/a.ts': "export { RuleCreator } from '@typescript-eslint/utils/eslint-utils';" },
      'no-typescript-no-eslint',
    ],
    [
      'a second parser',
      { 'src/values/a.ts': "import { parseSync } from 'oxc-parser';\nexport { parseSync };" },
      'one-parser',
    ],
    [
      'jscodeshift in the analysis',
      { 'src/rewriting/a.ts': "import jscodeshift from 'jscodeshift';\nexport { jscodeshift };" },
      'jscodeshift-only-in-its-faces',
    ],
    [
      'the disk in the analysis',
      { 'src/findings/a.ts': "import { readFileSync } from 'node:fs';\nexport { readFileSync };" },
      'disk-only-in-project-and-command',
    ],
    [
      'a command library in a rule',
      { 'rules/a.ts': "import { Command } from 'commander';\nexport { Command };" },
      'only-the-command-speaks',
    ],
    [
      'the tracker used as code',
      { 'src/rewriting/a.ts': "import '../tracker/b.ts';", 'src/tracker/b.ts': 'export {};' },
      'tracker-is-a-text',
    ],
    [
      'a tracker that is not alone',
      { 'src/tracker/a.ts': "import '../syntax/b.ts';", 'src/syntax/b.ts': 'export {};' },
      'tracker-stands-alone',
    ],
    ['a package that users do not get', { 'src/values/a.ts': "import 'vitest';" }, 'declared-packages-only'],
    ['a file that is not there', { 'src/values/a.ts': "import './missing.ts';" }, 'resolvable'],
  ])('%s', async (_situation, files, rule) => {
    expect(await brokenBy(files)).toContain(rule);
  });

  it('nothing wrong in a type of the TypeScript compiler', async () => {
    expect(
      await brokenBy({
        'src/promises/a.ts': "import type ts from 'typescript';\nexport type Checker = ts.TypeChecker;",
      }),
    ).toEqual([]);
  });
});
