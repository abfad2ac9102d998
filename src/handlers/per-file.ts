import type { Catalog } from '../catalog/lookup.ts';
import type { Source } from '../syntax/source.ts';
import { currentGeneration, holdsSince } from '../project/changes.ts';
import { perSource } from '../syntax/per-source.ts';

/**
 * Remembers what is found out about a file under a catalog, as long as neither it nor a file that it leads into
 * changes.
 */
export function perFile<Answer>(
  find: (source: Source, catalog: Catalog) => Answer,
): (source: Source, catalog: Catalog) => Answer {
  const memoOf = perSource((): { known?: { generation: number; catalog: Catalog; answer: Answer } } => ({}));
  return (source, catalog) => {
    const memo = memoOf(source);
    const { known } = memo;
    if (known?.catalog === catalog && holdsSince(source.path, known.generation)) return known.answer;
    const generation = currentGeneration();
    const answer = find(source, catalog);
    memo.known = { generation, catalog, answer };
    return answer;
  };
}
