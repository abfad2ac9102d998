/** An answer that is computed on the first call. */
export type Lazy<Answer> = () => Answer;

export function lazy<Answer>(find: () => Answer): Lazy<Answer> {
  let known: { readonly answer: Answer } | undefined;
  return () => (known ??= { answer: find() }).answer;
}
