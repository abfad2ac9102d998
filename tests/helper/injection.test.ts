import { describe, expect, it } from 'vitest';
import { readTrackerHeader, renderTracker } from '../../src/helper/injection.ts';

describe('the injected file', () => {
  it.each(['ts', 'esm', 'cjs'] as const)('is known again as %s, untouched', (form) => {
    const text = renderTracker(form, 'node');
    expect(readTrackerHeader(text)).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
      flavour: 'node',
      untouched: true,
    });
  });

  it('is untouched with other line endings and a byte order mark', () => {
    expect(readTrackerHeader(`\uFEFF${renderTracker('ts', 'node').replaceAll('\n', '\r\n')}`)?.untouched).toBe(true);
  });

  it('is known as edited when a line changes', () => {
    expect(readTrackerHeader(renderTracker('esm', 'node').replace('30_000', '40_000'))?.untouched).toBe(false);
  });

  it('is not taken for the helper by its name alone', () => {
    expect(readTrackerHeader('export function fireTask() {}\n')).toBeUndefined();
  });

  it('holds no types in JavaScript, and no import in any form', () => {
    expect(renderTracker('esm', 'node')).not.toMatch(/^(?:export )?(?:interface|type) /m);
    for (const form of ['ts', 'esm', 'cjs'] as const)
      expect(renderTracker(form, 'node')).not.toMatch(/^\s*import |require\(/m);
  });
});
