import type { Catalog } from '../catalog/lookup.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { perWorkspace } from '../project/workspace.ts';
import { createEvaluation } from '../values/create-evaluation.ts';
import { decoratedValue } from './decorations.ts';

const evaluationsOf = perWorkspace(() => new Map<Catalog, Evaluation>());

/**
 * The evaluation for a workspace and a catalog, including the values that a package's code puts on its framework's
 * objects. Returns the same object each time.
 */
export function evaluationOf(workspace: Workspace, catalog: Catalog): Evaluation {
  const evaluations = evaluationsOf(workspace);
  const known = evaluations.get(catalog);
  if (known !== undefined) return known;
  const made = createEvaluation({
    workspace,
    catalog,
    decorated: (value, source) => decoratedValue(value, source, recognitionOf(made)),
  });
  evaluations.set(catalog, made);
  return made;
}

/**
 * The evaluation that follows calls from handlers. It leaves out sinks from settings and options, so that
 * configurations that differ only in these share its results.
 */
export function forHandlers({ workspace, catalog }: Evaluation): Evaluation {
  return evaluationOf(workspace, catalog.forHandlers);
}

/**
 * The evaluation that identifies handlers. It leaves out what is put on a framework's objects, because finding that
 * requires the handlers.
 */
export function recognitionOf(evaluation: Evaluation): Evaluation {
  return forHandlers(evaluation).undecorated;
}
