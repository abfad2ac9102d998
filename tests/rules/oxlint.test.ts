import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const oxlint = join(dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fire-task-oxlint-')));
const RULES = { ...plugin.configs.strict.rules };

/** `file:line rule` of each report; oxlint counts columns in bytes, so that a column is the same only behind ASCII. */
interface Reports {
  readonly lines: string[];
  /** With columns, of files in ASCII. */
  readonly columns: string[];
}

let ofOxlint: Reports;
let ofEslint: Reports;

beforeAll(async () => {
  cpSync(join(ROOT, 'tests/projects'), join(folder, 'projects'), { recursive: true });
  cpSync(join(ROOT, 'tests/rewriting/cases'), join(folder, 'cases'), { recursive: true });
  writeFileSync(
    join(folder, '.oxlintrc.json'),
    JSON.stringify({ jsPlugins: [join(ROOT, 'dist/index.js')], categories: { correctness: 'off' }, rules: RULES }),
  );
  ofOxlint = lintWithOxlint();
  ofEslint = await lintWithEslint();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function lintWithOxlint(): Reports {
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--format', 'json', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  expect(stderr).toBe('');
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { code?: string; filename: string; labels: { span: { line: number; column: number } }[] }[];
  };
  return reportsOf(
    diagnostics.map(({ code = '', filename, labels }) => ({
      rule: code.replace(/\((.*)\)/, '/$1'),
      file: filename,
      line: labels[0]?.span.line ?? 0,
      column: labels[0]?.span.column ?? 0,
    })),
  );
}

async function lintWithEslint(): Promise<Reports> {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
        linterOptions: { reportUnusedDisableDirectives: 'off' },
      },
      { plugins: { 'fire-task': plugin }, rules: RULES },
    ],
  });
  const results = await eslint.lintFiles(['.']);
  return reportsOf(
    results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, line, column }) => ({
        rule: ruleId ?? '',
        file: relative(folder, filePath),
        line,
        column,
      })),
    ),
  );
}

function reportsOf(all: readonly { rule: string; file: string; line: number; column: number }[]): Reports {
  const ours = all.filter(({ rule }) => rule.startsWith('fire-task/'));
  return {
    lines: ours.map(({ rule, file, line }) => `${file}:${line.toString()} ${rule}`).sort(),
    columns: ours
      .filter(({ file }) => !file.includes('astral'))
      .map(({ rule, file, line, column }) => `${file}:${line.toString()}:${column.toString()} ${rule}`)
      .sort(),
  };
}

describe('oxlint, with the plugin under jsPlugins', () => {
  it('finds what ESLint finds, in one run over all fixtures', () => {
    expect(ofEslint.lines.length).toBeGreaterThan(250);
    expect(ofOxlint.lines).toEqual(ofEslint.lines);
  });

  it('at the same columns, in files of plain ASCII', () => {
    expect(ofOxlint.columns).toEqual(ofEslint.columns);
  });
});
