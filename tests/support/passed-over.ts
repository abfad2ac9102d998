import { expect } from 'vitest';
import type { Source } from '../../src/syntax/source.ts';
import { findHandlers } from '../../src/handlers/find.ts';
import { mayHoldHandlers } from '../../src/handlers/prefilter.ts';
import { recognition } from './engine.ts';

/** Fails if the prefilter rejects a file that has handlers: its words must be at least as wide as the recogniser. */
export function expectNotPassedOver(source: Source): void {
  if (mayHoldHandlers(source.path, source.text, recognition())) return;
  expect(
    findHandlers(source, recognition()).map(({ route }) => route),
    `${source.path} is passed over`,
  ).toEqual([]);
}
