import { describe, expect, it } from 'vitest';
import { indentAt, lineBreakAt, styleOf } from '../../src/rewriting/style.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';

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

describe('the braces of an import', () => {
  it.each([
    ['tight, as the first of a list shows', "import {a, b, c} from 'x';\nconst {d, e} = a;", false],
    [
      'tight, beside lists of a line each',
      "import {\n  a,\n  b,\n} from 'x';\nimport {\n  c,\n} from 'y';\nimport {d} from 'z';",
      false,
    ],
    ['spaced', "import { a, b } from 'x';", true],
    ['as most are', "import { a } from 'x';\nimport { b } from 'y';\nimport {c} from 'z';", true],
    ['spaced where nothing shows', "import {\n  a,\n} from 'x';", true],
  ])('%s', (_title, text, expected) => {
    const source = parse('a.ts', text);
    if (isParseFailure(source)) throw new Error('does not parse');
    expect(styleOf(source).spacedBraces).toBe(expected);
  });
});
