import { describe, expect, it } from 'vitest';
import type { Found } from '../../src/project/changes.ts';
import { Changes } from '../../src/project/changes.ts';
import { ReadingsToSave, restoredReadings } from '../../src/project/saved-readings.ts';

/** An answer for which some places were read. */
function foundIn(changes: Changes, ...places: string[]): Found<string> {
  return changes.find(() => {
    for (const place of places) changes.reads.note(place);
    return places.join();
  });
}

describe('an answer holds', () => {
  it('until one of the places changes that were read for it', () => {
    const changes = new Changes();
    const found = foundIn(changes, 'a', 'b');
    expect(changes.holds(found)).toBe(true);
    changes.note('c');
    expect(changes.holds(found)).toBe(true);
    changes.note('b');
    expect(changes.holds(found)).toBe(false);
    expect(changes.holds(foundIn(changes, 'a', 'b'))).toBe(true);
  });

  it('until files come or go, even if nothing was read for it', () => {
    const changes = new Changes();
    const found = foundIn(changes);
    changes.note('a');
    expect(changes.holds(found)).toBe(true);
    changes.note();
    expect(changes.holds(found)).toBe(false);
  });

  it('not if a place changes while it is searched for', () => {
    const changes = new Changes();
    const found = changes.find(() => {
      changes.reads.note('a');
      changes.note('a');
    });
    expect(changes.holds(found)).toBe(false);
  });

  it('with the places of the answers that it uses', () => {
    const changes = new Changes();
    const inner = foundIn(changes, 'a');
    const outer = changes.find(() => changes.use(inner));
    expect(outer.answer).toBe('a');
    changes.note('a');
    expect(changes.holds(outer)).toBe(false);
  });

  it('with the places of the answer that it leads back to, which has a provisional one until then', () => {
    const changes = new Changes();
    const known = new Map<string, Found<string>>();
    let inner: Found<string> | undefined;
    let searches = 0;
    const find = (): string => {
      searches += 1;
      inner = changes.find(() => changes.keptIn(known, 'key', find, 'never'));
      changes.reads.note('late');
      return 'found';
    };
    const ask = (): string => changes.keptIn(known, 'key', find, 'meanwhile');
    expect([ask(), inner?.answer, ask(), searches]).toEqual(['found', 'meanwhile', 'found', 1]);
    changes.note('late');
    expect(inner !== undefined && changes.holds(inner)).toBe(false);
    expect([ask(), searches]).toEqual(['found', 2]);
  });
});

describe('saved readings', () => {
  it('are the same after they were restored, and each set of places is saved once', () => {
    const changes = new Changes();
    const all = [foundIn(changes, 'a', 'b'), foundIn(changes), foundIn(changes, 'a', 'b'), foundIn(changes, 'c')];
    const readings = new ReadingsToSave(changes);
    const indexes = all.map(({ reading }) => readings.add(reading));
    const saved = JSON.parse(JSON.stringify(readings.saved())) as ReturnType<typeof readings.saved>;
    expect(saved.readings.length).toBe(3);
    const readingAt = restoredReadings(saved);
    expect(indexes.map((index) => [...readingAt(index).places])).toEqual([['a', 'b'], [], ['a', 'b'], ['c']]);
    const { generation } = changes;
    changes.note('c');
    expect(indexes.map((index) => changes.holdsSince(readingAt(index), generation))).toEqual([true, true, true, false]);
  });
});
