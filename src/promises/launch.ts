/**
 * The steps of the oracle: types, what the code itself says, a declaration in this file or behind an import, the
 * catalog, a package's typings, and a method's name, which makes it likely.
 */
export const STEPS = ['type', 'syntax', 'file', 'import', 'catalog', 'typings', 'name'] as const;
export type Step = (typeof STEPS)[number];

/** How we know that an expression launches: the step of the oracle that answered, and in words why. */
export interface Evidence {
  readonly step: Step;
  /** For a message: `declared async at mail.ts:12`. */
  readonly why: string;
}

/**
 * The oracle's answer. `promise` starts work, `lazy` is a thenable that starts nothing until it is awaited, `no` is
 * known to be neither;
 * undefined in place of a Launch means that it cannot be known.
 */
export interface Launch {
  readonly verdict: 'promise' | 'lazy' | 'no';
  readonly evidence: Evidence;
  /** The promise is that of a queue taking the job: losing it loses the job. */
  readonly enqueue?: boolean;
  /**
   * With `no`: there is a promise, but nobody need own it. It settles at once, only delays, or is kept by the function
   * that gives it.
   */
  readonly quiet?: boolean;
  /** It may give a plain value in place of a promise: whether a test of it means anything is not known. */
  readonly sometimes?: boolean;
}

export const NO_LAUNCH: Launch = { verdict: 'no', evidence: { step: 'syntax', why: 'not a call that can launch' } };

/** What the arguments of a call of a known package make synchronous. */
export const SYNCHRONOUS: Launch = {
  verdict: 'no',
  evidence: { step: 'catalog', why: 'its arguments ask for no promise' },
};
