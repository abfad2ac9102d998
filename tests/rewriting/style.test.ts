import { describe, expect, it } from 'vitest';
import { indentAt, lineBreakAt } from '../../src/rewriting/style.ts';

describe('the line break at a place', () => {
  it.each([
    ['of its own line', 'a\r\nb\nc', 0, '\r\n'],
    ['of the second line', 'a\r\nb\nc', 3, '\n'],
    ['of the line before, on the last one', 'a\nb\r\nc', 6, '\r\n'],
    ['of the nearest line before', 'a\r\nb\nc', 5, '\n'],
    ['as old Macs write it', 'a\rb', 2, '\r'],
    ['where there is none', 'a', 1, '\n'],
  ])('%s', (_title, text, offset, expected) => {
    expect(lineBreakAt(text, offset)).toBe(expected);
  });
});

describe('the white space before a line', () => {
  it.each([
    ['of the first line', '  a', 3, '  '],
    ['of a later one', 'a\n\tb c', 5, '\t'],
    ["after an old Mac's line break", 'a\r  b', 5, '  '],
    ['up to the place', 'a\n    b', 4, '  '],
    ['of a line without any', 'a\nb', 3, ''],
  ])('%s', (_title, text, offset, expected) => {
    expect(indentAt(text, offset)).toBe(expected);
  });
});
