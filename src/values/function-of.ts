import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import { isFunction } from '../syntax/function.ts';

/** A function with a body, and its file. */
export interface PlacedFunction {
  readonly fn: FunctionNode;
  readonly source: Source;
}

/** The function that an expression is or refers to, if its code is available. */
export function functionOf(expression: Node, source: Source, evaluation: Evaluation): PlacedFunction | undefined {
  if (isFunction(expression)) return { fn: expression, source };
  const value = evaluation.expression(expression, source);
  return value?.kind === 'function' && isFunction(value.node) ? { fn: value.node, source: value.source } : undefined;
}
