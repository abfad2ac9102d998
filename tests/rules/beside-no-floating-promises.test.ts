import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import type ts from 'typescript';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import { cases } from '../support/rewriting-cases.ts';
import { virtualProgram } from '../support/virtual-program.ts';

const FILES = ['**/*.{ts,tsx,mts,cts}'];
const linter = new Linter();
const typed = cases.filter(({ path }) => /\.[cm]?tsx?$/.test(path));

/**
 * The rule about promises that float, at its strictest that agrees with a handled rejection, and its siblings about
 * promises at the wrong place.
 */
const THEIRS: Linter.RulesRecord = {
  '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: false, checkThenables: true }],
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
};

function ofOurs(path: string, text: string): Linter.LintMessage[] {
  return linter.verify(
    text,
    [
      { files: FILES, languageOptions: { parser } },
      { ...plugin.configs.recommended, files: FILES },
    ],
    { filename: path },
  );
}

/** Each report of theirs, with the line that it is on. */
function ofTheirs(path: string, text: string, program: ts.Program): string[] {
  const config: Linter.Config = {
    files: FILES,
    languageOptions: { parser, parserOptions: { programs: [program] } },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: THEIRS,
  };
  return linter
    .verify(text, [config], { filename: path })
    .map(({ ruleId, message, line }) => `${ruleId ?? message}: ${(text.split('\n')[line - 1] ?? '').trim()}`);
}

interface Taken {
  readonly path: string;
  readonly text: string;
  readonly fixes: readonly string[];
}

/** Takes quick fixes, `wanted` where it is offered and else the first, until there is none left to take. */
function taken(path: string, input: string, wanted: string): Taken {
  const fixes: string[] = [];
  let text = input;
  for (;;) {
    const fix = ofOurs(path, text)
      .map(
        ({ suggestions = [] }) => suggestions.find(({ messageId }) => messageId?.startsWith(wanted)) ?? suggestions[0],
      )
      .find((suggestion) => suggestion !== undefined);
    if (fix === undefined) return { path, text, fixes };
    fixes.push(fix.messageId ?? '');
    text = text.slice(0, fix.fix.range[0]) + fix.fix.text + text.slice(fix.fix.range[1]);
    if (fixes.length > 50) throw new Error(`The quick fixes of ${path} do not end:\n${text}`);
  }
}

const before = new Map<string, string[]>();
beforeAll(() => {
  const texts = new Map(typed.map(({ path, input }) => [path, input]));
  const program = virtualProgram([...texts.keys()], texts);
  for (const [path, text] of texts) before.set(path, ofTheirs(path, text, program));
});

describe('beside no-floating-promises, with types', () => {
  it('there is much that it reports in the files before', () => {
    expect(typed.length).toBeGreaterThan(90);
    expect([...before.values()].flat().length).toBeGreaterThan(100);
  });

  it.each(['track', 'await', 'return'])(
    'it has nothing to say when all is mended, by the quick fix "%s" where there is one',
    (wanted) => {
      const results = typed.map(({ path, input }) => taken(path, input, wanted));
      expect(results.flatMap(({ fixes }) => fixes).filter((fix) => fix.startsWith(wanted)).length).toBeGreaterThan(
        wanted === 'return' ? 5 : 20,
      );
      const texts = new Map(results.map(({ path, text }) => [path, text]));
      const program = virtualProgram([...texts.keys()], texts);
      const left = results.flatMap(({ path, text }) => {
        const known = before.get(path) ?? [];
        return ofTheirs(path, text, program).filter(
          (report) => report.includes('no-floating-promises') || !known.includes(report),
        );
      });
      expect(left).toEqual([]);
    },
  );
});
