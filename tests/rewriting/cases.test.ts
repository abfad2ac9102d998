import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/rewriting/edit.ts';
import type { Case } from '../support/rewriting-cases.ts';
import { FORM_NAMES, FORMS } from '../../src/findings/forms.ts';
import { rewritesFor } from '../../src/rewriting/plan.ts';
import { CASES, cases, helperOf, planCase } from '../support/rewriting-cases.ts';
import { evaluationBy, trackerReference } from '../support/engine.ts';

/** The same file as written on another machine, or by another hand. */
const VARIANTS: readonly (readonly [name: string, vary: (text: string) => string])[] = [
  ['Windows line endings', (text) => text.replaceAll('\n', '\r\n')],
  ['tabs', (text) => text.replace(/^(?: {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2))],
  ['a hashbang', (text) => (text.startsWith('#!') ? text : `#!/usr/bin/env node\n${text}`)],
  ['no line break at its end', (text) => text.trimEnd()],
  ['a byte order mark', (text) => `\uFEFF${text}`],
];

describe.each(cases)('$title', (file) => {
  it('becomes its output, with every finding rewritten', () => {
    const plan = planCase(file, file.input);
    expect(plan.output).toBe(file.output);
    expect(plan.skips).toEqual([]);
    expect(plan.rewrites.length).toBeGreaterThan(0);
  });

  it('has nothing left to do in its output', () => {
    const { rewrites, skips } = planCase(file, file.output);
    expect([...rewrites, ...skips].map(({ finding }) => finding.callee)).toEqual([]);
  });

  it.each(VARIANTS)('is the same with %s', (_, vary) => {
    // What writes a file puts its mark back.
    expect(planCase(file, vary(file.input)).output).toBe(vary(file.output).replace('\uFEFF', ''));
  });
});

describe('the cases', () => {
  it('are there for each form that has a rewrite', () => {
    expect(
      FORM_NAMES.filter(
        (form) => FORMS[form].remedies.length > 0 && !cases.some(({ title }) => title.startsWith(`${form}/`)),
      ),
    ).toEqual([]);
  });

  it('are pairs', () => {
    expect(
      globSync('*/*.output.*', { cwd: CASES }).filter(
        (name) => !existsSync(join(CASES, name.replace('.output.', '.input.'))),
      ),
    ).toEqual([]);
  });
});

/** As ESLint applies a suggestion: in source order, in that of the array at one place. */
function applyInOrder(text: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
  let result = '';
  let from = 0;
  for (const edit of ordered) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

describe('a quick fix', () => {
  const single: readonly Case[] = cases.filter((file) => planCase(file, file.input).rewrites.length === 1);

  it.each(single)('gives the text of the codemod: $title', (file) => {
    const { source, rewrites } = planCase(file, file.input);
    const [planned] = rewrites;
    if (planned === undefined) throw new Error('no rewrite');
    const home = { ...helperOf(file), exists: false, flavour: 'node' } as const;
    const offered = rewritesFor(planned.finding, source, {
      tracker: trackerReference(home, source),
      names: 'ids',
      evaluation: evaluationBy(),
    });
    const same = offered.find(({ remedy }) => remedy === planned.remedy);
    expect(applyInOrder(source.text, same?.edits ?? [])).toBe(file.output);
  });
});
