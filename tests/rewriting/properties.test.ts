import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { walk } from '../../src/syntax/walk.ts';
import { expectSound } from '../support/invariants.ts';
import { bodies, programs } from '../support/programs.ts';
import { planned, rewritten } from '../support/rewritten.ts';
import { TRACED, traceOf } from '../support/trace.ts';

/**
 * `PROPERTY_RUNS=5000 npx vitest run tests/rewriting/properties.test.ts` looks at more programs, `PROPERTY_SEED=…` at
 * others.
 */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 300);
const SEED = Number(process.env['PROPERTY_SEED'] ?? 20_261_124);
const TIMEOUT = 300_000 + RUNS * 200;

/** The text is what a person needs to see of a counterexample. */
function about(text: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${text}`, { cause: error });
  }
}

describe('of any program', () => {
  it(
    'only the ranges of the edits change, all parsers read the result, and a second run finds nothing',
    { timeout: TIMEOUT },
    () => {
      let rewrites = 0;
      let programsRead = 0;
      fc.assert(
        fc.property(programs, ({ text, file }) => {
          fc.pre(!isParseFailure(parse(file, text)));
          const plan = planned(text, file);
          programsRead += 1;
          rewrites += plan.rewrites.length;
          about(plan.output, () => {
            expect(plan.skips.filter(({ code }) => code === 'not-verified' || code === 'overlap')).toEqual([]);
            expectSound(plan, (output) => planned(output, file));
          });
        }),
        { seed: SEED, numRuns: RUNS, maxSkipsPerRun: 5 },
      );
      // The grammar is worth its salt: programs are mostly valid, and full of launches.
      expect(rewrites).toBeGreaterThan(programsRead * 2);
    },
  );

  it('the rewritten one does the same in the same order', { timeout: TIMEOUT }, async () => {
    const head = `${TRACED}const svc = { run }, ids = [1, 2];\n/** @type {import('express').RequestHandler} */\n`;
    await fc.assert(
      fc.asyncProperty(
        bodies,
        fc.constantFrom('async function (req, res)', 'function (req, res)', 'async (req, res) =>'),
        async (body, handler) => {
          const before = `${head}exports.handler = ${handler} {\n${body}};\n`;
          fc.pre(!isParseFailure(parse('app.js', before)));
          const after = rewritten(before, 'app.js');
          const [was, is] = [await traceOf(before), await traceOf(after)];
          about(after, () => {
            expect(is).toEqual(was);
          });
        },
      ),
      { seed: SEED, numRuns: RUNS, maxSkipsPerRun: 5 },
    );
  });
});

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/**
 * Servers and what they are made of, with their tests and examples where these are published; and this project, for
 * TypeScript.
 */
const FILES = globSync(
  [
    'node_modules/{express,koa,fastify,light-my-request,avvio,cacheable,hookified,jscodeshift,vitest,fast-check,hono}/**/*.{js,mjs,cjs}',
    'node_modules/@{hono,koa,vitest,keyv,cacheable}/**/*.{js,mjs,cjs}',
    '{src,codemods,rules,scripts,examples}/**/*.{ts,js}',
    'tests/**/*.test.ts',
  ],
  { cwd: ROOT, ignore: ['**/*.min.js', 'examples/**/node_modules/**'] },
).sort();

/**
 * The text with every `await` taken out that stands before a whole statement: code that real people wrote, with the
 * slip that we look for.
 */
function withoutAwaits(path: string, text: string): string {
  const source = parse(path, text);
  if (isParseFailure(source)) return text;
  let result = source.text;
  const places: (readonly [number, number])[] = [];
  walk(source.ast, (node) => {
    if (node.type !== 'ExpressionStatement' || node.expression.type !== 'AwaitExpression') return;
    const [start] = node.expression.argument.range;
    if (!/[[(`/+-]/.test(source.text[start] ?? '')) places.push([node.range[0], start]);
  });
  for (const [start, end] of places.sort((a, b) => b[0] - a[0])) result = result.slice(0, start) + result.slice(end);
  return isParseFailure(parse(path, result)) ? text : result;
}

describe('of real code', () => {
  it(
    'only the ranges of the edits change, all parsers read the result, and a second run finds nothing',
    { timeout: TIMEOUT },
    () => {
      let rewrites = 0;
      for (const name of FILES) {
        const text = readFileSync(ROOT + name, 'utf8');
        // Bundles of a megabyte are nobody's source.
        if (text.length > 150_000 || isParseFailure(parse(name, text))) continue;
        const file = name.replaceAll('/', '-');
        const planAll = (code: string): ReturnType<typeof planned> =>
          planned(code, file, { rule: { reach: 'all', tests: true } });
        for (const code of new Set([text, withoutAwaits(name, text)])) {
          const plan = planAll(code);
          rewrites += plan.rewrites.length;
          about(name, () => {
            expect(plan.skips.filter((skip) => skip.code === 'not-verified' || skip.code === 'overlap')).toEqual([]);
            expectSound(plan, planAll);
          });
        }
      }
      expect(FILES.length).toBeGreaterThan(500);
      expect(rewrites).toBeGreaterThan(300);
    },
  );
});
