import { describe, expect, it } from 'vitest';
import { FORM_NAMES, FORMS } from '../../src/findings/forms.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { optionsSchema } from '../../src/findings/schema.ts';

const PLACEHOLDERS = ['callee', 'where', 'fate', 'note', 'tracker', 'gives', 'cure'];

/** Its section in the rule page is asked for by tests/docs/rule-page.test.ts, its pattern by patterns.test.ts. */
describe.each(FORM_NAMES)('the form %s', (form) => {
  const { message, remedies, task, reported } = FORMS[form];

  it('has a message that names where it is and has room for a note', () => {
    const words = [...message.matchAll(/\{\{(\w+)\}\}/g)].map(([, word]) => word);
    expect(words).toEqual(expect.arrayContaining(['where', 'note']));
    expect(PLACEHOLDERS).toEqual(expect.arrayContaining(words));
  });

  it('advises a task exactly where one is made of it', () => {
    expect(remedies.includes('fire-task')).toBe(task !== 'never');
    expect(message.includes('{{tracker}}')).toBe(task !== 'never');
  });

  it('can be switched, and is reported by default as its row says', () => {
    expect(Object.keys(optionsSchema.properties.forms.properties)).toContain(form);
    expect(completeOptions().forms[form]).toBe(reported === 'always');
    expect(completeOptions({ strict: true }).forms[form]).toBe(true);
    expect(completeOptions({ strict: true, forms: { [form]: false } }).forms[form]).toBe(false);
    expect(completeOptions({ forms: { [form]: true } }).forms[form]).toBe(true);
  });
});
