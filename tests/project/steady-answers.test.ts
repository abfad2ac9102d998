import { describe, expect, it } from 'vitest';
import { Changes } from '../../src/project/changes.ts';
import { SteadyAnswers } from '../../src/project/steady-answers.ts';
import { ReadingsToSave, restoredReadings } from '../../src/project/saved-readings.ts';

/** Files by name, whose text is a number, with answers about them. */
function project(texts: Record<string, number>): {
  changes: Changes;
  steady: SteadyAnswers<number | undefined>;
  read: (file: string) => number;
  edit: (file: string, text: number) => void;
  searches: string[];
  /** Whether a number is even, which most edits leave the same. */
  parity: (file: string) => number | undefined;
} {
  const changes = new Changes();
  const searches: string[] = [];
  const steady = new SteadyAnswers<number | undefined>(changes, (answer) => answer?.toString());
  const read = (file: string): number => {
    changes.reads.note(file);
    return texts[file] ?? 0;
  };
  return {
    changes,
    steady,
    read,
    searches,
    edit: (file, text) => {
      texts[file] = text;
      changes.note(file);
    },
    parity: (file) =>
      steady.answer(file, () => {
        searches.push(file);
        const number = read(file);
        return number < 0 ? undefined : number % 2;
      }),
  };
}

describe('an answer that is steady', () => {
  it('leaves what depends on it valid as long as it stays the same, and is searched for once for each edit', () => {
    const { changes, parity, edit, searches } = project({ a: 1 });
    const user = changes.find(() => parity('a'));
    const other = changes.find(() => parity('a'));
    edit('a', 3);
    expect([changes.holds(user), changes.holds(other), searches.length]).toEqual([true, true, 2]);
    edit('b', 1);
    expect([changes.holds(user), changes.holds(other), searches.length]).toEqual([true, true, 2]);
    edit('a', 4);
    expect([changes.holds(user), changes.holds(other), parity('a'), searches.length]).toEqual([false, false, 0, 3]);
  });

  it('is the only thing that is steady: what else was read counts', () => {
    const { changes, parity, read, edit } = project({ a: 1 });
    const user = changes.find(() => [parity('a'), read('a')]);
    edit('a', 3);
    expect(changes.holds(user)).toBe(false);
  });

  it('counts like any other if it can not be compared, before and after', () => {
    const { changes, parity, edit } = project({ a: -1 });
    const unknown = changes.find(() => parity('a'));
    edit('a', -3);
    expect(changes.holds(unknown)).toBe(false);
    edit('a', 1);
    const known = changes.find(() => parity('a'));
    edit('a', -1);
    expect(changes.holds(known)).toBe(false);
  });

  it('may depend on another, and changes with it alone', () => {
    const { changes, steady, parity, edit, searches } = project({ a: 1, b: 1 });
    const sum = (): number | undefined =>
      steady.answer('sum', () => {
        searches.push('sum');
        return (parity('a') ?? 0) + (parity('b') ?? 0);
      });
    const user = changes.find(sum);
    edit('a', 3);
    expect([changes.holds(user), searches]).toEqual([true, ['sum', 'a', 'b', 'a']]);
    edit('b', 2);
    expect([changes.holds(user), sum()]).toEqual([false, 1]);
  });

  it('is forgotten when files come or go', () => {
    const { changes, parity, searches } = project({ a: 1 });
    const user = changes.find(() => parity('a'));
    changes.note();
    expect([changes.holds(user), searches.length]).toEqual([false, 1]);
    expect([parity('a'), searches.length]).toEqual([1, 2]);
  });

  it('is none while it depends on a search that is still open', () => {
    const { changes, steady, read, edit, searches } = project({ a: 1, b: 1 });
    const inner = (open: () => void): number | undefined =>
      steady.answer('inner', () => {
        searches.push('inner');
        open();
        return 1;
      });
    const { reading } = changes.reads.record((outer) => {
      inner(() => {
        changes.reads.repeat(outer);
      });
      return read('b');
    });
    const { generation } = changes;
    inner(() => undefined);
    expect(searches).toEqual(['inner', 'inner']);
    edit('b', 2);
    expect(changes.holdsSince(reading, generation)).toBe(false);
  });

  it('is given up, with all others, if answers that depend on each other do not come to rest', () => {
    const { changes, steady, read, edit } = project({ a: 1 });
    let last = 0;
    const restless = (): number | undefined =>
      steady.answer('restless', () => {
        changes.reads.note('restless itself');
        changes.note('restless itself');
        return read('a') + last++;
      });
    const user = changes.find(restless);
    edit('a', 2);
    expect(changes.holds(user)).toBe(false);
  });

  it('is saved as what it was found in, because another process knows no steady answers', () => {
    const { changes, steady, parity } = project({ a: 1 });
    const user = changes.find(() => steady.answer('twice', () => 2 * (parity('a') ?? 0)));
    const saving = new ReadingsToSave(changes);
    const index = saving.add(user.reading);
    expect(restoredReadings(saving.saved())(index).places).toEqual(new Set(['a']));
  });
});
