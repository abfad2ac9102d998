/** An answer that is computed on the first call. */
export interface Lazy<Answer> {
  (): Answer;
  /** Whether it has been computed. */
  readonly isKnown: () => boolean;
}

/** @param before - the answer, if it is already known */
export function lazy<Answer>(find: () => Answer, before?: Answer): Lazy<Answer> {
  let known: { readonly answer: Answer } | undefined = before === undefined ? undefined : { answer: before };
  return Object.assign(() => (known ??= { answer: find() }).answer, { isKnown: () => known !== undefined });
}

/**
 * Whether two answers are the same. If `known` was never computed, nothing depends on it, and any other answer will do.
 */
export function isSameWhereKnown<Answer>(known: Lazy<Answer>, other: Lazy<Answer>): boolean {
  return !known.isKnown() || JSON.stringify(known()) === JSON.stringify(other());
}
