import { Validator } from '@cfworker/json-schema';
import type { UserOptions } from '../../src/findings/options.ts';
import { optionsSchema } from '../../src/findings/schema.ts';

/** What the visitor has typed: the value, or one sentence about what is wrong with it. */
type Read<Value> = { readonly value: Value } | { readonly fault: string };

const schema = new Validator(optionsSchema as unknown as ConstructorParameters<typeof Validator>[0], '2020-12', false);

/** Reads the rule's options from JSON. The same schema checks them in ESLint. */
export function readOptions(text: string): Read<UserOptions> {
  const read = readJson(text);
  if ('fault' in read) return read;
  const { valid, errors } = schema.validate(read.value);
  if (valid) return { value: read.value as UserOptions };
  // The first errors say that a part is wrong; the last says what is wrong with it.
  const { instanceLocation = '#', error = '' } = errors.at(-1) ?? {};
  const place = instanceLocation.slice(2).replaceAll('/', '.');
  return { fault: place === '' ? error : `${place}: ${error}` };
}

/** Checks that a package.json is an object. */
export function readManifest(text: string): Read<string> {
  const read = readJson(text);
  if ('fault' in read) return read;
  const isObject = typeof read.value === 'object' && read.value !== null && !Array.isArray(read.value);
  return isObject ? { value: text } : { fault: 'It must be an object.' };
}

function readJson(text: string): Read<unknown> {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
