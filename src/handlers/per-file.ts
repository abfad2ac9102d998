import type { Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { perSource } from '../syntax/per-source.ts';

/** Remembers an answer about a file by one evaluation, until the file or one that it was followed into changes. */
export function perFile<Answer>(
  find: (source: Source, evaluation: Evaluation) => Answer,
): (source: Source, evaluation: Evaluation) => Answer {
  const memoOf = perSource(() => new Map<Evaluation, { readonly generation: number; readonly answer: Answer }>());
  return (source, evaluation) => {
    const { changes } = evaluation.workspace;
    const memo = memoOf(source);
    const known = memo.get(evaluation);
    if (known !== undefined && changes.holdsSince(source.path, known.generation)) return known.answer;
    const { generation } = changes;
    const answer = find(source, evaluation);
    memo.set(evaluation, { generation, answer });
    return answer;
  };
}
