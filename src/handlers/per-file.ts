import type { Catalog } from '../catalog/lookup.ts';
import type { Source } from '../syntax/source.ts';
import { currentGeneration } from '../project/files.ts';
import { perSource } from '../syntax/per-source.ts';

/** Remembers what is found out about a file under a catalog, as long as no known file changes. */
export function perFile<Answer>(find: (source: Source, catalog: Catalog) => Answer): (source: Source, catalog: Catalog) => Answer {
  const memoOf = perSource((): { known?: { generation: number; catalog: Catalog; answer: Answer } } => ({}));
  return (source, catalog) => {
    const memo = memoOf(source);
    const { known } = memo;
    if (known?.generation === currentGeneration() && known.catalog === catalog) return known.answer;
    const answer = find(source, catalog);
    memo.known = { generation: currentGeneration(), catalog, answer };
    return answer;
  };
}
