import type { GenericSchema } from '../../taken-in/valibot.ts';
import type { HandlerKind, Pattern } from '../entry.ts';
import * as v from '../../taken-in/valibot.ts';
import { HANDLER_KINDS } from '../entry.ts';
import { compilePattern } from '../pattern.ts';

/** What a value in the catalog may be. Schemas are created when settings are checked; most configurations have none. */
export interface Shape<Value> {
  schema(): GenericSchema<unknown, Value>;
  /** The patterns in a value of this shape, those of types with the word `typed`; left out if it has none. */
  patterns?(value: Value): readonly Pattern[];
}

/** A key that may be left out. */
interface Maybe<Value> {
  readonly optional: Shape<Value>;
}

/** A shape for each key of a type, wrapped in `Maybe` if the key is optional. */
type Keys<Row> = {
  readonly [Name in keyof Row]-?: Partial<Pick<Row, Name>> extends Pick<Row, Name>
    ? Maybe<Row[Name]>
    : Shape<Row[Name]>;
};

const pattern = (): GenericSchema<unknown, Pattern> =>
  v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      try {
        compilePattern(dataset.value);
      } catch (error) {
        addIssue({ message: error instanceof Error ? error.message : String(error) });
      }
    }),
  );

export const text: Shape<string> = { schema: v.string };
export const number: Shape<number> = { schema: v.number };
export const flag: Shape<boolean> = { schema: v.boolean };
export const texts: Shape<readonly string[]> = { schema: () => v.array(v.string()) };
export const numbers: Shape<readonly number[]> = { schema: () => v.array(v.number()) };
export const kind: Shape<HandlerKind> = { schema: () => v.picklist(HANDLER_KINDS) };

/** One value of a package, or several. */
export const onePattern: Shape<Pattern> = { schema: pattern, patterns: (value) => [value] };
export const patterns: Shape<readonly Pattern[]> = { schema: () => v.array(pattern()), patterns: (value) => value };

/** Types of a package, written without the word `typed`. */
export const types: Shape<readonly Pattern[]> = {
  schema: () => v.array(pattern()),
  patterns: (value) => value.map((type) => `typed ${type}`),
};

/** A regular expression. JSON configurations write its source as a string. */
export const regularExpression: Shape<RegExp> = {
  schema: () =>
    v.union([
      v.instance(RegExp),
      v.pipe(
        v.string(),
        v.transform((source) => new RegExp(source)),
      ),
    ]),
};

/** One of several strings. */
export function choice<const Name extends string>(...names: Name[]): Shape<Name> {
  return { schema: () => v.picklist(names) };
}

/** Any one of the shapes, none of which contains patterns. */
export function either<Values extends readonly unknown[]>(
  ...shapes: { readonly [Place in keyof Values]: Shape<Values[Place]> }
): Shape<Values[number]> {
  return { schema: () => v.union(shapes.map((shape) => shape.schema())) };
}

export function list<Item>(item: Shape<Item>): Shape<readonly Item[]> {
  return {
    schema: () => v.array(item.schema()),
    patterns: (items) => items.flatMap((each) => item.patterns?.(each) ?? []),
  };
}

/** An object with any keys. */
export function record<Item>(item: Shape<Item>): Shape<Readonly<Record<string, Item>>> {
  return {
    schema: () => v.record(v.string(), item.schema()),
    patterns: (items) => Object.values(items).flatMap((each) => item.patterns?.(each) ?? []),
  };
}

export function maybe<Value>(optional: Shape<Value>): Maybe<Value> {
  return { optional };
}

/** An object with these keys and no others. */
export function row<Row extends object>(keys: Keys<Row>): Shape<Row> {
  const known = Object.entries<Shape<unknown> | Maybe<unknown>>(keys);
  return {
    schema: () =>
      v.strictObject(
        Object.fromEntries(
          known.map(([name, key]) => [name, 'optional' in key ? v.exactOptional(key.optional.schema()) : key.schema()]),
        ),
      ) as GenericSchema as GenericSchema<unknown, Row>,
    patterns: (value) =>
      known.flatMap(([name, key]) => {
        const held = (value as Record<string, unknown>)[name];
        return held === undefined ? [] : (('optional' in key ? key.optional : key).patterns?.(held) ?? []);
      }),
  };
}
