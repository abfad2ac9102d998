import type { Catalog } from '../catalog/lookup.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { perWorkspace } from '../project/workspace.ts';
import { createEvaluation } from '../values/create-evaluation.ts';
import { decoratedValue } from './decorations.ts';

const evaluationsOf = perWorkspace(() => new Map<Catalog, Evaluation>());

/**
 * The evaluation in a workspace by a catalog, which also knows what code of a package puts on its framework's objects;
 * the same object each time.
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
 * The evaluation by which calls are followed from handlers: it knows nothing of sinks that settings and options name,
 * so that configurations which differ in them alone share what is found out.
 */
export function forHandlers({ workspace, catalog }: Evaluation): Evaluation {
  return evaluationOf(workspace, catalog.forHandlers);
}

/** The evaluation by which handlers are recognised: what hangs on a framework's objects is found with their help. */
export function recognitionOf(evaluation: Evaluation): Evaluation {
  return forHandlers(evaluation).undecorated;
}
