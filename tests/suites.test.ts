import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SLOW, TOGETHER } from '../vitest.config.ts';

/** A name that no file has any more would let its tests run elsewhere, or nowhere, unseen. */
describe('vitest.config.ts', () => {
  it.each([...SLOW, ...TOGETHER])('names tests that are there: %s', (name) => {
    expect(existsSync(join(import.meta.dirname, name))).toBe(true);
  });

  it('has no file beside its folder', () => {
    expect(SLOW.filter((name) => name.includes('/') && SLOW.includes(name.split('/')[0] ?? ''))).toEqual([]);
  });
});
