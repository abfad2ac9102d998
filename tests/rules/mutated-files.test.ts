import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { completeOptions } from '../../src/findings/options.ts';
import plugin from '../../src/index.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { expectSound } from '../support/invariants.ts';
import { changes, mutated } from '../support/mutated.ts';
import { planned } from '../support/rewritten.ts';
import { inspect } from '../support/engine.ts';

/** `FUZZ_RUNS=5000 npx vitest run tests/rules/mutated-files.test.ts` breaks more files, `FUZZ_SEED=…` others. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 120);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_126);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Servers and what they are made of, the cases of the codemod, and the TypeScript of this project: as often from each,
 * as the last are many and lose nothing.
 */
const FILES = [
  ['node_modules/{express,koa,fastify,light-my-request,avvio,send,hono,body-parser}/**/*.{js,cjs}'],
  ['tests/rewriting/cases/*/*.input.*'],
  ['tests/projects/*/src/**/*.{ts,js}', 'examples/*/src/**/*.ts'],
  ['{src,codemods,rules}/**/*.ts'],
].map((patterns) => globSync(patterns, { cwd: ROOT, ignore: ['**/*.min.js', '**/*.d.ts'] }).sort());
const texts = new Map<string, string>();

/** Most real files, each with some of its parts lost, doubled or in each other's place. */
function brokenFile(broken: boolean): fc.Arbitrary<{ name: string; text: string }> {
  return fc.tuple(fc.oneof(...FILES.map((files) => fc.constantFrom(...files))), changes).map(([name, all]) => {
    const text = texts.get(name) ?? readFileSync(ROOT + name, 'utf8');
    texts.set(name, text);
    return { name, text: text.length > 30_000 ? '' : mutated(name, text, all, broken) };
  });
}

function about(name: string, text: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).stack ?? ''}\n${text}`, { cause: error });
  }
}

const virtual = (name: string): string => `/virtual/src/${name.replaceAll('/', '-').replace('.input', '')}`;

describe('real files with parts lost, doubled or swapped', () => {
  it(
    'are analysed without a fault, whatever is asked, and rewritten as soundly as any',
    { timeout: 60_000 + RUNS * 400 },
    () => {
      let found = 0;
      let read = 0;
      fc.assert(
        fc.property(brokenFile(false), ({ name, text }) => {
          const path = virtual(name);
          const source = parse(path, text);
          if (isParseFailure(source)) return;
          read += 1;
          about(name, text, () => {
            for (const reach of ['file', 'all'] as const)
              found += inspect(source, completeOptions({ reach, strict: true, tests: true })).findings.length;
            const planAll = (code: string): ReturnType<typeof planned> =>
              planned(code, path.slice('/virtual/src/'.length), { rule: { reach: 'all', tests: true } });
            const plan = planAll(text);
            expect(plan.skips.filter(({ code }) => code === 'not-verified' || code === 'overlap')).toEqual([]);
            expectSound(plan, planAll);
          });
        }),
        { seed: SEED, numRuns: RUNS },
      );
      // They are mostly still programs, and something is found in them.
      expect(read).toBeGreaterThan(RUNS * 0.9);
      expect(found).toBeGreaterThan(RUNS / 10);
    },
  );

  it(
    'are linted by ESLint with its own parser and with the one of typescript-eslint, all rules on',
    { timeout: 60_000 + RUNS * 400 },
    () => {
      const linter = new Linter({ cwd: '/virtual' });
      const options = ['error', { reach: 'all', strict: true, tests: true }] as const;
      const config = {
        ...plugin.configs.strict,
        files: ['**/*'],
        rules: { ...plugin.configs.strict.rules, 'fire-task/no-untracked-promises': [...options] },
      } as Linter.Config;
      const PARSERS = [
        ['espree', {}],
        ['typescript-eslint', { languageOptions: { parser } }],
      ] as const;
      let fatal = 0;
      let linted = 0;
      fc.assert(
        fc.property(brokenFile(true), ({ name, text }) => {
          for (const [parserName, own] of PARSERS) {
            if (parserName === 'espree' && /\.[cm]?tsx?$/.test(name)) continue;
            linted += 1;
            about(`${name} with ${parserName}`, text, () => {
              // A rule that throws makes verify throw.
              const messages = linter.verify(text, [config, own], { filename: virtual(name) });
              if (messages.some((message) => message.fatal === true)) fatal += 1;
            });
          }
        }),
        { seed: SEED, numRuns: RUNS },
      );
      // Both kinds: files that are none any more, and files that are.
      expect(fatal).toBeGreaterThan(0);
      expect(fatal).toBeLessThan(linted);
    },
  );

  it('fail to parse with a sentence and a line, and never by throwing', () => {
    let failures = 0;
    fc.assert(
      fc.property(brokenFile(true), ({ name, text }) => {
        about(name, text, () => {
          const source = parse(virtual(name), text);
          if (!isParseFailure(source)) return;
          failures += 1;
          expect(source.message).not.toBe('');
          expect(source.line).toBeGreaterThan(0);
        });
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(failures).toBeGreaterThan(0);
  });
});
