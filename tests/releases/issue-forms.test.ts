import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const FOLDER = join(import.meta.dirname, '../../.github/ISSUE_TEMPLATE');

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: {
    readonly label?: string;
    readonly description?: string;
    readonly value?: string;
    readonly options?: readonly { readonly label: string }[];
  };
  readonly validations?: { readonly required: boolean };
}

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly Field[];
}

const forms = readdirSync(FOLDER)
  .filter((name) => name !== 'config.yml')
  .map((file) => ({ file, ...(parse(readFileSync(join(FOLDER, file), 'utf8')) as Form) }));

it('there is a form for each way in which the rule, the codemod or the catalog can be wrong', () => {
  expect(forms.map(({ name }) => name)).toEqual([
    'False alarm',
    'Missed finding',
    'Fault of the codemod',
    'A framework, library or platform that is not known',
  ]);
});

describe.each(forms)('the form $file', ({ description, body }) => {
  it('is one that GitHub takes', () => {
    expect(description).not.toBe('');
    for (const { type, id, attributes } of body) {
      expect(['textarea', 'input', 'checkboxes', 'markdown']).toContain(type);
      if (type === 'markdown') expect(attributes.value).toBeTruthy();
      else
        expect(
          [id, attributes.label].every((text) => typeof text === 'string' && text !== ''),
          JSON.stringify(attributes),
        ).toBe(true);
    }
    const ids = body.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('asks for what `fire-task explain` says', () => {
    const field = body.find(({ id }) => id === 'explain');
    expect(field?.validations).toEqual({ required: true });
    expect(field?.attributes.description).toContain('`npx fire-task explain src/orders.ts:42`');
  });
});
