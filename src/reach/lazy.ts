/** An answer that is found out at the first question. */
export interface Lazy<Answer> {
  (): Answer;
  /** Whether it was asked for. */
  readonly isKnown: () => boolean;
}

export function lazy<Answer>(find: () => Answer): Lazy<Answer> {
  let known: { readonly answer: Answer } | undefined;
  return Object.assign(() => (known ??= { answer: find() }).answer, { isKnown: () => known !== undefined });
}

/** Whether two answers are the same, as far as `known` was asked for; what was not asked for may differ. */
export function isSameWhereKnown<Answer>(known: Lazy<Answer>, other: Lazy<Answer>): boolean {
  return !known.isKnown() || JSON.stringify(known()) === JSON.stringify(other());
}
