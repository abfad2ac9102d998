/**
 * What `find` answers; undefined where code is chained or nested so far, through thousands of names or operators, that
 * its recursion has no room left.
 */
export function withinStack<Answer>(find: () => Answer): Answer | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
