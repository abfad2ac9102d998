import type { Value } from './value.ts';

const COLLECTIONS: ReadonlySet<string> = new Set(['Map', 'WeakMap', 'Array', 'Set']);
const GIVES: ReadonlySet<string> = new Set(['get', 'at', 'find', 'findLast', 'pop', 'shift']);

/** Whether a value is what a built-in collection gives, or a member of it: `new Map().get(key)`. It may be anything. */
export function isFromCollection(value: Value | undefined): boolean {
  if (value?.kind !== 'external' || value.module !== 'global') return false;
  const { steps } = value;
  return COLLECTIONS.has(steps[0] ?? '') && steps.some((step, at) => GIVES.has(step) && steps[at + 1] === '()');
}
