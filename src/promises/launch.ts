/**
 * The steps of the oracle: types, the code itself, a declaration in this file or behind an import, the catalog, a
 * package's typings, and a method's name, which makes a launch only likely.
 */
export const STEPS = ['type', 'syntax', 'file', 'import', 'catalog', 'typings', 'name'] as const;
export type Step = (typeof STEPS)[number];

/** How we know that an expression launches: the step of the oracle that answered, and the reason in words. */
export interface Evidence {
  readonly step: Step;
  /** For a message: `declared async at mail.ts:12`. */
  readonly why: string;
}

/**
 * The oracle's answer. `promise` starts work, `lazy` is a thenable that starts nothing until it is awaited, and `no` is
 * known to be neither. Undefined instead of a Launch means that it can't be known.
 */
export interface Launch {
  readonly verdict: 'promise' | 'lazy' | 'no';
  readonly evidence: Evidence;
  /** The promise tells that a queue took the job: losing it loses the job. */
  readonly enqueue?: boolean;
  /**
   * With `no`: there is a promise, but it needs no owner. It settles at once, is only a delay, or is kept by the
   * function that returns it.
   */
  readonly quiet?: boolean;
  /** What it may give in place of a promise: whether a use of that means anything is not known. */
  readonly sometimes?: 'value' | 'nothing';
}

export const NO_LAUNCH: Launch = { verdict: 'no', evidence: { step: 'syntax', why: 'not a call that can launch' } };

/** For a call of a known package whose arguments make it synchronous. */
export const SYNCHRONOUS: Launch = {
  verdict: 'no',
  evidence: { step: 'catalog', why: 'its arguments ask for no promise' },
};
