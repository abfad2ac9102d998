import type { Evaluation } from './evaluation.ts';
import { perWorkspace } from '../project/workspace.ts';

/**
 * Data kept in the workspace for each evaluation.
 *
 * @returns a function from an evaluation to the result of `make` for it, the same object each time
 */
export function perEvaluation<Kept>(make: () => Kept): (evaluation: Evaluation) => Kept {
  const keptBy = perWorkspace(() => new Map<Evaluation, Kept>());
  return (evaluation) => {
    const byEvaluation = keptBy(evaluation.workspace);
    let kept = byEvaluation.get(evaluation);
    if (kept === undefined) {
      kept = make();
      byEvaluation.set(evaluation, kept);
    }
    return kept;
  };
}

/** Remembers an answer about a unit of files (see `Listings.filesOf`) while no file changes, comes or goes. */
export function perUnit<Answer>(
  find: (unit: string, evaluation: Evaluation) => Answer,
): (unit: string, evaluation: Evaluation) => Answer {
  const knownOf = perEvaluation(
    () => new Map<string, { generation: number; files: ReadonlySet<string>; answer: Answer }>(),
  );
  return (unit, evaluation) => {
    const { changes, listings } = evaluation.workspace;
    const files = listings.filesOf(unit);
    const byUnit = knownOf(evaluation);
    const known = byUnit.get(unit);
    if (known?.files === files && known.generation === changes.generation) return known.answer;
    const answer = find(unit, evaluation);
    // Reading the files may have started a new generation.
    byUnit.set(unit, { generation: changes.generation, files, answer });
    return answer;
  };
}
