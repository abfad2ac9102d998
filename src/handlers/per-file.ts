import type { Catalog } from '../catalog/lookup.ts';
import type { Source } from '../syntax/source.ts';
import { currentGeneration } from '../project/files.ts';

/** Remembers what is found out about a file under a catalog, as long as no known file changes. */
export function perFile<Answer>(find: (source: Source, catalog: Catalog) => Answer): (source: Source, catalog: Catalog) => Answer {
  const memo = new WeakMap<Source['ast'], { generation: number; catalog: Catalog; answer: Answer }>();
  return (source, catalog) => {
    const known = memo.get(source.ast);
    if (known?.generation === currentGeneration() && known.catalog === catalog) return known.answer;
    const answer = find(source, catalog);
    memo.set(source.ast, { generation: currentGeneration(), catalog, answer });
    return answer;
  };
}
