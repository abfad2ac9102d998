import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/lookup.ts';
import type { Node, Source } from '../../src/syntax/source.ts';
import { recognition } from './engine.ts';
import { inPackage } from './packages.ts';
import { markedIn, valueInWords } from './value-in.ts';

/** Code with a mark around an expression, the value of it in words, and the other files of its package. */
export type ValueRow = readonly [
  title: string,
  code: string,
  value: string | undefined,
  files?: Readonly<Record<string, string>>,
];

/** Asks about the marked node of a file in a package that is on disk only during the call. */
export function atMark<Answer>(
  marked: string,
  path: string,
  files: Readonly<Record<string, string>>,
  ask: (node: Node, source: Source) => Answer,
): Answer {
  const { code, find } = markedIn(marked);
  return inPackage([], { ...files, [path]: code }, path, (source) => ask(find(source), source));
}

/** The value of the marked expression in words. */
export function valueIn(
  marked: string,
  files: Readonly<Record<string, string>> = {},
  path = 'src/app.ts',
  catalog?: Catalog,
): string | undefined {
  return atMark(marked, path, files, (node, source) => valueInWords(recognition(catalog).expression(node, source)));
}

/**
 * Tables of code, expression and value, by subject. A function without a name is `@` in them.
 *
 * @param before - code that stands before that of each row
 */
export function valuesAre(
  tables: Readonly<Record<string, readonly ValueRow[]>>,
  { path = 'src/app.ts', before = '' }: { readonly path?: string; readonly before?: string } = {},
): void {
  describe.each(Object.entries(tables))('%s', (_subject, rows) => {
    it.each(rows.map(([title, code, value, files]) => ({ title, code, value, files })))(
      '$title',
      ({ code, value, files }) => {
        expect(valueIn(`${before}${code}`, files, path)?.replaceAll(/@\d+/g, '@')).toBe(value);
      },
    );
  });
}
