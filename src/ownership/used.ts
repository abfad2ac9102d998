import type { Node } from '../syntax/source.ts';
import type { Lost, Ownership } from './owner.ts';
import type { Passage } from './passage.ts';
import { lostAs } from './passage.ts';

/**
 * The loss of a promise whose holder is taken for a result; undefined if the holder isn't.
 *
 * @param holder - what becomes of the holder
 * @param read - where the holder is read
 * @param site - where the promise is put into it
 */
export function usedBy(holder: Ownership, read: Node, passage: Passage, site: Node): Lost | undefined {
  if (holder.kind === 'owned' || holder.becomes === undefined) return undefined;
  return {
    ...lostAs('answered', { ...passage, links: [...passage.links, ...holder.links] }, site),
    becomes: holder.becomes,
    use: holder.use ?? read,
  };
}
