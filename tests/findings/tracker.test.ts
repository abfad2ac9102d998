import { describe, expect, it } from 'vitest';
import { renderTracker } from '../../src/helper/injection.ts';
import { foundIn } from '../support/marked.ts';

describe('the tracker itself', () => {
  it.each(['ts', 'esm', 'cjs'] as const)('is never reported, also with reach all, as %s', (form) => {
    const text = renderTracker(form, 'node');
    expect(foundIn(text, { reach: 'all' })).toEqual([]);
    // The same code without its mark shows that there is something to be silent about.
    expect(foundIn(text.replaceAll('fire-task@1', 'something else'), { reach: 'all' })).not.toEqual([]);
  });
});
