import type { Changes, Found } from '../project/changes.ts';

/** An answer that is searched for on the first call, and is valid until something changes that was read for it. */
export interface Part<Answer> {
  (): Answer;
  /** The answer with what was read for it; undefined if nothing has asked for it. */
  readonly found: () => Found<Answer> | undefined;
  /** The part itself if it is unknown or still valid; otherwise one that searches again when it is asked. */
  readonly renewed: () => Part<Answer>;
  /**
   * Whether the other part has the same answer. If so, it is this one's as well, with what was read for it. If nothing
   * has asked for this one, nothing depends on it, and any other answer will do.
   */
  readonly agreesWith: (other: Part<Answer>) => boolean;
}

/** @param known - the answer, if it is already known */
export function part<Answer>(changes: Changes, search: () => Answer, known?: Found<Answer>): Part<Answer> {
  let found = known;
  const own: Part<Answer> = Object.assign(() => changes.use((found ??= changes.find(search))), {
    found: () => found,
    renewed: () => (found === undefined || changes.holds(found) ? own : part(changes, search)),
    agreesWith: (other: Part<Answer>) => {
      if (found === undefined || other === own) return true;
      if (JSON.stringify(found.answer) !== JSON.stringify(other())) return false;
      found = other.found();
      return true;
    },
  });
  return own;
}
