/**
 * The result of `find`; undefined if code is chained or nested so deeply, through thousands of names or operators, that
 * its recursion overflows the stack.
 */
export function withinStack<Answer>(find: () => Answer): Answer | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
