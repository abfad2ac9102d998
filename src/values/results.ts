import type { FunctionNode } from '../syntax/function.ts';
import type { Node } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { FunctionValue, Value } from './value.ts';
import { isFunction } from '../syntax/function.ts';
import { walkOwn } from '../syntax/walk.ts';
import { CALL, stepInto } from './value.ts';

/**
 * What calling `value` yields once awaited: by its written return type, else by what its body returns when all returns
 * agree on one expression.
 */
export function resultOf(value: Value, evaluation: Evaluation): Value | undefined {
  if (value.kind === 'external') return stepInto(value, CALL);
  if (value.kind !== 'function') return undefined;
  const written = annotatedResult(value, evaluation);
  if (written !== undefined && written.kind !== 'typed') return written;
  // An interface has no code to follow; what the body returns may have.
  const returned = returnedValue(value, evaluation);
  return written === undefined || returned?.kind === 'instance' || returned?.kind === 'object' ? returned : written;
}

function annotatedResult(value: FunctionValue, evaluation: Evaluation): Value | undefined {
  const { returnType } = value.node;
  if (returnType === undefined || (returnType as unknown) === null) return undefined;
  const result = evaluation.type(returnType.typeAnnotation, value.source);
  return result?.kind === 'promise' ? result.of : result;
}

function returnedValue(value: FunctionValue, evaluation: Evaluation): Value | undefined {
  if (!isFunction(value.node)) return undefined;
  const returned = returnedExpressions(value.node);
  for (const expression of returned) {
    const result = evaluation.expression(expression, value.source);
    if (result !== undefined) return result.kind === 'promise' ? result.of : result;
  }
  return undefined;
}

/** The expressions that a function returns: a concise body, or the arguments of its own `return` statements. */
export function returnedExpressions(fn: FunctionNode): Node[] {
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  const returned: Node[] = [];
  walkOwn(fn, (node) => {
    if (node.type === 'ReturnStatement' && node.argument !== null) returned.push(node.argument);
  });
  return returned;
}
