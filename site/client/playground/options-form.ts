import type { UserOptions } from '../../../src/findings/options.ts';
import { completeOptions } from '../../../src/findings/options.ts';
import { optionsSchema } from '../../../src/findings/schema.ts';
import { element } from './elements.ts';

/** A property of the options' schema, as far as a form can show it. */
interface Property {
  readonly description: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: { readonly enum?: readonly string[] };
  readonly properties?: Readonly<Record<string, { readonly type: string }>>;
}

type Values = Readonly<Record<string, unknown>>;

/** The playground has no types. */
const LEFT_OUT = ['typed'];

/**
 * A form for the rule's options, made from their schema. What is the default is not written.
 *
 * @param changed - called with the new options
 */
export function renderOptions(options: UserOptions, changed: (options: UserOptions) => void): Node[] {
  const all: Values = { ...completeOptions(options) };
  const set = (name: string, value: unknown): void => {
    const rest = Object.fromEntries(Object.entries(options).filter(([other]) => other !== name));
    const { [name]: byDefault }: Values = { ...completeOptions(rest) };
    const written = differing(value, byDefault);
    changed({ ...rest, ...(written !== undefined && { [name]: written }) });
  };
  const rows = Object.entries(optionsSchema.properties as unknown as Record<string, Property>).flatMap(
    ([name, property]) => {
      const field = LEFT_OUT.includes(name) ? undefined : fieldFor(name, property, all[name], set);
      return field === undefined ? [] : [field];
    },
  );
  return [...rows, element('p', { class: 'hint' }, 'More options, such as allow and sinks, can be written as JSON.')];
}

/** A value without the parts that are the default; undefined if nothing remains. */
function differing(value: unknown, byDefault: unknown): unknown {
  if (JSON.stringify(value) === JSON.stringify(byDefault)) return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const defaults = byDefault as Values;
  return Object.fromEntries(Object.entries(value).filter(([part, own]) => own !== defaults[part]));
}

function fieldFor(
  name: string,
  { description, type, enum: words, items, properties = {} }: Property,
  value: unknown,
  set: (name: string, value: unknown) => void,
): HTMLElement | undefined {
  if (words !== undefined) {
    const select = element('select', {}, ...words.map((word) => element('option', { value: word }, word)));
    select.value = String(value);
    select.addEventListener('change', () => {
      set(name, select.value);
    });
    return element('label', { title: description }, `${name} `, select);
  }
  if (type === 'boolean')
    return checkbox(name, value === true, description, (isChecked) => {
      set(name, isChecked);
    });
  if (items?.enum !== undefined) {
    const chosen = value as readonly string[];
    const boxes = items.enum.map((word) =>
      checkbox(word, chosen.includes(word), '', (isChecked) => {
        set(
          name,
          items.enum?.filter((other) => (other === word ? isChecked : chosen.includes(other))),
        );
      }),
    );
    return group(name, description, boxes);
  }
  const parts = Object.entries(properties);
  if (parts.length === 0) return undefined;
  const values = value as Values;
  const fields = parts.map(([part, { type: kind }]) =>
    kind === 'boolean'
      ? checkbox(part, values[part] === true, '', (isChecked) => {
          set(name, { ...values, [part]: isChecked });
        })
      : textField(part, (values[part] as string | undefined) ?? '', (text) => {
          set(name, { ...values, [part]: text === '' ? undefined : text });
        }),
  );
  return group(name, description, fields);
}

function checkbox(
  label: string,
  isChecked: boolean,
  title: string,
  changed: (isChecked: boolean) => void,
): HTMLElement {
  const box = element('input', { type: 'checkbox' });
  box.checked = isChecked;
  box.addEventListener('change', () => {
    changed(box.checked);
  });
  return element('label', { title }, box, ` ${label}`);
}

function textField(label: string, text: string, changed: (text: string) => void): HTMLElement {
  const field = element('input', { type: 'text', value: text, spellcheck: 'false', autocomplete: 'off' });
  field.addEventListener('change', () => {
    changed(field.value.trim());
  });
  return element('label', {}, `${label} `, field);
}

function group(name: string, description: string, fields: readonly Node[]): HTMLElement {
  return element('fieldset', { title: description }, element('legend', {}, name), ...fields);
}
