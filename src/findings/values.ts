import type { Becomes } from '../ownership/index.ts';

/** The message's words for a promise that is used instead of its result. */
interface ValueWords {
  /** What is there in place of the result. */
  readonly gives: string;
  readonly becomes: string;
  readonly cure: string;
}

const ONE = { gives: 'returns a promise where its result is needed', cure: 'Await it' } as const;

export const VALUES: Readonly<Record<Becomes, ValueWords>> = {
  sent: { ...ONE, becomes: 'the promise itself is sent, as `{}`' },
  'sent in an array': {
    gives: 'returns promises where their results are needed',
    becomes: 'each is sent as `{}`',
    cure: 'Await `Promise.all(…)` of it',
  },
  'sent inside': { ...ONE, becomes: 'the promise itself is sent inside the answer, as `{}`' },
  text: { ...ONE, becomes: 'the promise itself becomes the text `[object Promise]`' },
  number: { ...ONE, becomes: 'the promise itself becomes `NaN`' },
  condition: { ...ONE, becomes: 'a promise is always true' },
  compared: { ...ONE, becomes: 'a promise is never equal to a value' },
  spread: { ...ONE, becomes: 'a promise has nothing to spread' },
  iterated: { ...ONE, becomes: 'a promise cannot be gone through: this throws' },
  parts: { ...ONE, becomes: 'a promise has no such parts: they are `undefined`' },
  predicate: {
    gives: 'is given promises where their results are needed',
    becomes: 'a promise is always true',
    cure: 'Await the results with `Promise.all(…)` first, then test them',
  },
};
