import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { bodies } from '../support/programs.ts';
import { planned } from '../support/rewritten.ts';
import { answerOf, FRAMEWORKS } from '../support/served.ts';

/** `PROPERTY_RUNS=2000 npx vitest run tests/rewriting/served.test.ts` sends more requests, `PROPERTY_SEED=…` others. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 60);
const SEED = Number(process.env['PROPERTY_SEED'] ?? 20_261_124);

/** Some handlers fail, and that is answered, too. */
const ENDS = ['', '', 'broken(1);', "await fail('late');"];

it.each(Object.entries(FRAMEWORKS))(
  'a server of %s gives the same answers, byte for byte, before and after a migration',
  { timeout: 120_000 + RUNS * 200 },
  async (_, framework) => {
    let rewrites = 0;
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom(...ENDS), async (body, end) => {
        const before = framework.server(`${body}\n${end}`);
        fc.pre(!isParseFailure(parse('app.js', before)));
        const plan = planned(before);
        rewrites += plan.rewrites.length;
        const answer = await answerOf(before, framework);
        statuses.add(answer.status);
        expect(await answerOf(plan.output, framework), plan.output).toEqual(answer);
      }),
      { seed: SEED, numRuns: RUNS, maxSkipsPerRun: 5 },
    );
    expect(rewrites).toBeGreaterThan(RUNS);
    expect([...statuses].sort()).toEqual([200, 500]);
  },
);
