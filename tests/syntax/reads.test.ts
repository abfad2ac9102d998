import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/syntax/reads.ts';
import { Reads } from '../../src/syntax/reads.ts';

const reads = new Reads();
const placesOf = (reading: Reading | undefined): string[] => [...(reading?.places ?? [])].sort();

/** What is read while `search` runs. */
function readIn(search: (open: Reading) => void): string[] {
  return placesOf(reads.record(search).reading);
}

describe('what is read for an answer', () => {
  it('counts for the answers around it, and not for those before it', () => {
    const inner: string[][] = [];
    const outer = readIn(() => {
      reads.note('a');
      inner.push(
        readIn(() => {
          reads.note('b');
        }),
      );
      reads.note('c');
    });
    expect(outer).toEqual(['a', 'b', 'c']);
    expect(inner).toEqual([['b']]);
  });

  it('is nothing where nothing is read', () => {
    expect(reads.record(() => 1)).toEqual({ answer: 1, reading: undefined });
  });

  it('counts again where the answer is used again', () => {
    const { reading } = reads.record(() => {
      reads.note('a');
    });
    expect(
      readIn(() => {
        reads.repeat(reading);
        reads.repeat(undefined);
      }),
    ).toEqual(['a']);
  });

  it('stays as it is when an answer that has read the same reads more', () => {
    const { reading: first } = reads.record(() => {
      reads.note('a');
    });
    const second = reads.record(() => {
      reads.repeat(first);
    }).reading;
    const third = readIn(() => {
      reads.repeat(second);
      reads.note('b');
    });
    expect([placesOf(first), placesOf(second), third]).toEqual([['a'], ['a'], ['a', 'b']]);
  });

  it('counts for no answer around one that is checked apart', () => {
    const inner: string[][] = [];
    const outer = readIn(() => {
      reads.apart(() => {
        reads.note('a');
        inner.push(
          readIn(() => {
            reads.note('b');
          }),
        );
      });
      reads.note('c');
    });
    expect([outer, ...inner]).toEqual([['c'], ['b']]);
  });

  it('is forgotten when the search fails, but counts for the answer around it', () => {
    const outer = readIn(() => {
      expect(() =>
        reads.record(() => {
          reads.note('a');
          throw new Error('It fails.');
        }),
      ).toThrow('It fails.');
      reads.note('b');
    });
    expect(outer).toEqual(['a', 'b']);
    expect(readIn(() => undefined)).toEqual([]);
  });
});

describe('an answer on the way to one that it leads back to', () => {
  it('depends on everything that the other one reads, also later', () => {
    let inner: Reading | undefined;
    readIn((open) => {
      reads.note('a');
      inner = reads.record(() => {
        reads.note('b');
        reads.repeat(open);
      }).reading;
      reads.note('c');
    });
    expect(placesOf(inner)).toEqual(['a', 'b', 'c']);
  });

  it('does so through others in between, and when it is used again before the end', () => {
    const found: (Reading | undefined)[] = [];
    readIn((open) => {
      found.push(
        reads.record(() => {
          found.push(
            reads.record(() => {
              reads.repeat(open);
            }).reading,
          );
        }).reading,
      );
      found.push(
        reads.record(() => {
          reads.repeat(found[0]);
        }).reading,
      );
      reads.note('late');
    });
    expect(found.map(placesOf)).toEqual([['late'], ['late'], ['late']]);
  });

  it('depends on the outermost of several', () => {
    let inner: Reading | undefined;
    readIn((outermost) => {
      reads.record((middle) => {
        inner = reads.record(() => {
          reads.repeat(middle);
          reads.repeat(outermost);
        }).reading;
      });
      reads.note('late');
    });
    expect(placesOf(inner)).toEqual(['late']);
  });

  it('keeps what it has read itself where it is checked apart', () => {
    const found: (Reading | undefined)[] = [];
    const outer = reads.record((open) => {
      reads.apart(() => {
        const inner = reads.record(() => {
          found.push(
            reads.record(() => {
              reads.note('a');
              reads.repeat(open);
            }).reading,
          );
          reads.note('b');
        });
        found.push(inner.reading);
      });
      reads.note('late');
    }).reading;
    expect([...found, outer].map(placesOf)).toEqual(Array.from({ length: 3 }, () => ['a', 'b', 'late']));
  });

  it('leaves the answer around the circle alone', () => {
    let circle: Reading | undefined;
    const outer = readIn(() => {
      circle = reads.record((open) => {
        reads.record(() => {
          reads.repeat(open);
        });
        reads.note('a');
      }).reading;
      reads.note('b');
    });
    expect([placesOf(circle), outer]).toEqual([['a'], ['a', 'b']]);
  });

  it('depends on the outermost if it was cut short for another reason', () => {
    let inner: Reading | undefined;
    readIn(() => {
      inner = reads.record(() => {
        reads.cut();
      }).reading;
      reads.note('late');
    });
    reads.cut();
    expect(placesOf(inner)).toEqual(['late']);
  });
});
