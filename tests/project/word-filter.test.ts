import { expect, it } from 'vitest';
import { filterOf, hashOf, mayHold } from '../../src/project/word-filter.ts';

const words = Array.from({ length: 2_000 }, (_, index) => `${'abcdefgh'[index % 8] ?? ''}Word$${index.toString(36)}_`);
const others = words.map((word) => `${word}x`);

it('finds each word of a text, wherever it stands', () => {
  const filter = filterOf(words.join(' + '));
  expect(words.filter((word) => !mayHold(filter, hashOf(word)))).toEqual([]);
  const bare = filterOf('first(second)last');
  expect(['first', 'second', 'last'].map((word) => mayHold(bare, hashOf(word)))).toEqual([true, true, true]);
});

it('takes few others for words of a text, and none for those of a text without any', () => {
  const filter = filterOf(words.join(' + '));
  expect(others.filter((word) => mayHold(filter, hashOf(word))).length).toBeLessThan(others.length / 20);
  const empty = filterOf(' + - ');
  expect(words.filter((word) => mayHold(empty, hashOf(word)))).toEqual([]);
});
