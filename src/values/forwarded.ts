import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import { functionOf } from './function-of.ts';

/** The function in the arguments of a call that returns what this function returns: `startActiveSpan(name, fn)`. */
export function forwardedFunction(call: Node, source: Source, evaluation: Evaluation): Node | undefined {
  if (call.type !== 'CallExpression') return undefined;
  const value = evaluation.expression(call, source);
  if (value?.kind !== 'external' || evaluation.catalog.forwards.find(value) === undefined) return undefined;
  return call.arguments.find((argument) => functionOf(argument, source, evaluation) !== undefined);
}
