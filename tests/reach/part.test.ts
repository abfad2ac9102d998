import { expect, it } from 'vitest';
import { Changes } from '../../src/project/changes.ts';
import { part, PartGroup } from '../../src/reach/part.ts';

/** A part that reads the place `a`, and how often it has searched. */
function counted(
  changes: Changes,
  answers: readonly string[],
): { own: ReturnType<typeof part<string>>; searches: () => number } {
  let searches = 0;
  const own = part(changes, new PartGroup(changes), () => {
    changes.reads.note('a');
    return answers[Math.min(searches++, answers.length - 1)] ?? '';
  });
  return { own, searches: () => searches };
}

it('is searched for once, when it is asked', () => {
  const changes = new Changes();
  const { own, searches } = counted(changes, ['x']);
  expect([own.found(), searches()]).toEqual([undefined, 0]);
  expect([own(), own(), searches()]).toEqual(['x', 'x', 1]);
});

it('is searched for again only if something has changed that was read for it', () => {
  const changes = new Changes();
  const { own, searches } = counted(changes, ['x', 'y']);
  expect(own.renewed()).toBe(own);
  own();
  changes.note('b');
  expect(own.renewed()).toBe(own);
  changes.note('a');
  const renewed = own.renewed();
  expect([searches(), renewed(), searches()]).toEqual([1, 'y', 2]);
});

it('is valid again if the other has the same answer', () => {
  const changes = new Changes();
  const { own } = counted(changes, ['x']);
  own();
  changes.note('a');
  const renewed = own.renewed();
  expect(renewed).not.toBe(own);
  expect(own.agreesWith(renewed)).toBe(true);
  expect(own.renewed()).toBe(own);
});

it('does not agree with another answer, but with any if nothing has asked for it', () => {
  const changes = new Changes();
  const known = counted(changes, ['x']).own;
  const other = counted(changes, ['y']).own;
  expect(known.agreesWith(other)).toBe(true);
  known();
  expect(known.agreesWith(other)).toBe(false);
  expect(known.agreesWith(known)).toBe(true);
});

it('counts what was read for it wherever it is used', () => {
  const changes = new Changes();
  const { own } = counted(changes, ['x']);
  own();
  const user = changes.find(() => own());
  changes.note('a');
  expect(changes.holds(user)).toBe(false);
});
