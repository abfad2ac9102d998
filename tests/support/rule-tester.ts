import type { RuleTesterConfig } from '@typescript-eslint/rule-tester';
import { RuleTester } from '@typescript-eslint/rule-tester';
import { afterAll, describe, it } from 'vitest';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;
RuleTester.itSkip = it.skip;
RuleTester.describeSkip = describe.skip;

/** typescript-eslint's tester, whose cases become vitest tests. It also requires a test of each suggestion. */
export function ruleTester(config: RuleTesterConfig = {}): RuleTester {
  return new RuleTester(config);
}
