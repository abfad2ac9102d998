import { describe, expect, it } from 'vitest';
import { FORM_NAMES } from '../../src/findings/forms.ts';
import { optionsSchema } from '../../src/findings/schema.ts';
import { fencesOf, textOf } from '../support/pages.ts';

const PAGE = 'docs/rules/no-untracked-promises.md';

/** Its examples are run by every-block.test.ts. */
describe("the rule's page", () => {
  it('has examples of most forms', () => {
    expect(
      new Set(
        fencesOf(PAGE)
          .filter(({ words }) => words.startsWith('finding'))
          .map(({ heading }) => heading),
      ).size,
    ).toBeGreaterThan(9);
  });

  it.each(FORM_NAMES)('has a section about %s', (form) => {
    expect(textOf(PAGE)).toContain(`\n### ${form}\n`);
  });

  it.each(Object.keys(optionsSchema.properties))('documents the option %s', (option) => {
    expect(textOf(PAGE)).toContain(`| \`${option}\` |`);
  });
});
