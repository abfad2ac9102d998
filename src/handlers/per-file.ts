import type { Found } from '../project/changes.ts';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { perSource } from '../syntax/per-source.ts';

/** Remembers an answer about a file by one evaluation, until something changes that was read for it. */
export function perFile<Answer>(
  find: (source: Source, evaluation: Evaluation) => Answer,
): (source: Source, evaluation: Evaluation) => Answer {
  const memoOf = perSource(() => new Map<Evaluation, Found<Answer>>());
  return (source, evaluation) => {
    const { changes } = evaluation.workspace;
    return changes.keptIn(memoOf(source), evaluation, () => find(source, evaluation));
  };
}
