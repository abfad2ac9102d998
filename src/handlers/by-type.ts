import type { Evaluation } from '../values/evaluation.ts';
import type { Entry } from '../catalog/entry.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Source } from '../syntax/source.ts';
import { declaredTypeOf, parameterTypesOf } from './annotation.ts';

/**
 * The entry that identifies a function as a handler by its own type or those of its parameters; undefined without one.
 */
export function entryByType(node: FunctionNode, source: Source, evaluation: Evaluation): Entry | undefined {
  const type = declaredTypeOf(node, source, evaluation);
  if (type?.kind === 'external') {
    const entry = evaluation.catalog.handlerTypes.find(type);
    if (entry !== undefined) return entry;
  }
  for (const parameter of parameterTypesOf(node, source, evaluation)) {
    const entry = parameter?.kind === 'external' ? evaluation.catalog.parameterTypes.find(parameter) : undefined;
    if (entry !== undefined) return entry;
  }
  return undefined;
}
