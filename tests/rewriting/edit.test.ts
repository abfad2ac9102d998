import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/rewriting/edit.ts';
import {
  applyEdits,
  close,
  mergeInsertions,
  open,
  overlap,
  OverlapError,
  replace,
  withoutRepeats,
} from '../../src/rewriting/edit.ts';

/** A text, and edits of it that touch each character at most once, in any order. */
const textAndEdits = fc.string({ minLength: 1, maxLength: 40 }).chain((text) =>
  fc
    .array(
      fc.record({
        at: fc.nat(text.length),
        length: fc.nat(3),
        text: fc.string({ maxLength: 4 }),
        closes: fc.boolean(),
      }),
      { maxLength: 8 },
    )
    .map((wishes) => {
      const edits: Edit[] = [];
      for (const { at, length, text: inserted, closes } of wishes) {
        const end = Math.min(text.length, at + length);
        const edit: Edit = end > at ? replace(at, end, inserted) : closes ? close(at, inserted) : open(at, inserted);
        if (!edits.some((other) => other.start < edit.end && edit.start < other.end)) edits.push(edit);
      }
      return { text, edits };
    }),
);

describe('applying edits', () => {
  it('keeps every character that no edit names, in its place', () => {
    fc.assert(
      fc.property(textAndEdits, ({ text, edits }) => {
        const result = applyEdits(text, edits);
        const kept = text
          .split('')
          .filter((_, offset) => !edits.some(({ start, end }) => start <= offset && offset < end));
        const inserted = edits.reduce((length, edit) => length + edit.text.length, 0);
        const removed = edits.reduce((length, { start, end }) => length + end - start, 0);
        expect(result).toHaveLength(text.length + inserted - removed);
        // What is kept can be read out of the result from left to right.
        let from = 0;
        for (const character of kept) {
          const found = result.indexOf(character, from);
          expect(found).toBeGreaterThanOrEqual(0);
          from = found + 1;
        }
      }),
    );
  });

  it('gives the same text when the insertions at each offset are merged', () => {
    fc.assert(
      fc.property(textAndEdits, ({ text, edits }) => {
        expect(applyEdits(text, mergeInsertions(edits))).toBe(applyEdits(text, edits));
      }),
    );
  });

  it('nests brackets around the same place, the innermost given first', () => {
    expect(applyEdits('x', [open(0, 'inner('), close(1, ')'), open(0, 'outer('), close(1, ', 1)')])).toBe(
      'outer(inner(x), 1)',
    );
  });

  it('closes what ends at a place before it opens what begins there', () => {
    expect(applyEdits('ab', [open(1, '('), close(2, ')'), open(0, '['), close(1, ']')])).toBe('[a](b)');
  });

  it('keeps an insertion at either rim of a range that is removed', () => {
    expect(applyEdits('void run', [open(0, 'a('), replace(0, 5, ''), open(5, 'b('), close(8, '))')])).toBe('a(b(run))');
  });

  it('applies nothing when two edits replace the same character', () => {
    expect(() => applyEdits('abc', [replace(0, 2, 'x'), replace(1, 3, 'y')])).toThrow(OverlapError);
    expect(overlap([replace(0, 2, 'x')], [replace(1, 3, 'y')])).toBe(true);
    expect(overlap([replace(0, 2, 'x')], [open(1, 'z')])).toBe(true);
    expect(overlap([replace(0, 2, 'x')], [replace(2, 3, 'y'), open(2, 'z'), open(0, 'z')])).toBe(false);
  });

  it('takes the same removal in two lists as no conflict, and removes once; anything else is one', () => {
    expect(overlap([replace(0, 2, '')], [replace(0, 2, '')])).toBe(false);
    expect(overlap([replace(0, 2, '')], [replace(0, 2, 'x')])).toBe(true);
    expect(overlap([replace(0, 2, 'x')], [replace(0, 2, '')])).toBe(true);
    expect(overlap([replace(0, 2, '')], [replace(0, 3, '')])).toBe(true);
    expect(overlap([replace(1, 3, '')], [replace(0, 3, '')])).toBe(true);
    expect(overlap([replace(4, 6, 'x')], [replace(0, 1, ''), replace(5, 7, '')])).toBe(true);
    expect(
      withoutRepeats([replace(0, 2, ''), open(3, ''), open(3, ''), replace(0, 2, ''), replace(2, 3, 'x')]),
    ).toEqual([replace(0, 2, ''), open(3, ''), open(3, ''), replace(2, 3, 'x')]);
  });

  it('gives the text itself when there is nothing to do', () => {
    expect(applyEdits('abc', [])).toBe('abc');
  });
});
