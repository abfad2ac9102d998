import type { Catalog } from '../catalog/lookup.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { typeBeside } from '../syntax/members.ts';
import { withoutCircles } from './circular.ts';
import { documentedValue } from './documented.ts';
import { expressionValue } from './expressions.ts';
import { follow } from './follow.ts';
import { memberOf } from './members.ts';
import { createMemory } from './memory.ts';
import { createExportedValues, exportOrigin, importedValue, originValue } from './modules.ts';
import { resultOf } from './results.ts';
import { typedValue } from './types/index.ts';
import { reachedFrom } from './value.ts';

/** The inputs of an evaluation. */
export interface EvaluationParts {
  readonly workspace: Workspace;
  readonly catalog: Catalog;
  /**
   * Returns the value that the package's own code put on a framework's object; undefined for any other.
   *
   * @param undecorated - the evaluation without this knowledge
   */
  readonly decorated?: (value: Value, source: Source, undecorated: Evaluation) => Value | undefined;
}

/** Wires the parts of the layer together. Each answer is computed once, and is valid until something changes. */
export function createEvaluation({ workspace, catalog, decorated }: EvaluationParts): Evaluation {
  const remembered = createMemory(workspace.changes);
  const exported = createExportedValues(workspace);
  const evaluation: Evaluation = {
    workspace,
    catalog,
    resolver: workspace.resolverFor(catalog),
    get undecorated() {
      return evaluation;
    },
    expression: (node, source) => remembered('values', node, source, () => expressionValue(node, source, evaluation)),
    type: (node, source) => remembered('types', node, source, () => typedValue(node, source, evaluation)),
    annotation: (target, source) => annotatedValue(target, source, evaluation),
    member: withoutCircles(
      (value, name) => reachedFrom(value, memberOf(value, name, evaluation)),
      workspace.changes.reads,
    ),
    result: (value) => reachedFrom(value, resultOf(value, evaluation)),
    exported: (source, name) => originValue(exportOrigin(source, name, evaluation), evaluation),
    imported: (specifier, name, from) => importedValue(specifier, name, from, exported, evaluation),
    follow: (node, source) => follow(node, source, evaluation),
  };
  return decorated === undefined ? evaluation : withDecorations(evaluation, decorated);
}

/**
 * Decorations are looked up by the path of the finished value, so the parts of this layer don't need to know about
 * them.
 */
function withDecorations(undecorated: Evaluation, decorated: NonNullable<EvaluationParts['decorated']>): Evaluation {
  const evaluation: Evaluation = {
    ...undecorated,
    undecorated,
    expression: (node, source) => {
      const value = undecorated.expression(node, source);
      return value === undefined ? undefined : (decorated(value, source, undecorated) ?? value);
    },
    follow: (node, source) => follow(node, source, evaluation),
  };
  return evaluation;
}

function annotatedValue(target: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const type = typeBeside(target);
  return type === undefined ? documentedValue(target, source, evaluation) : evaluation.type(type, source);
}
