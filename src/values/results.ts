import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { FunctionValue, Value } from './value.ts';
import { isFunction } from '../syntax/function.ts';
import { perSource } from '../syntax/per-source.ts';
import { walkOwn } from '../syntax/walk.ts';
import { signatureBeside } from './declarations-beside.ts';
import { typedInstance, typedResult, typedValue } from './types/index.ts';
import { orInstances } from './unite.ts';
import { CALL, INSTANCE, isNothing, stepInto } from './value.ts';

/**
 * The awaited result of calling `value`: by its declared return type, otherwise by the expressions that its body
 * returns: the first with a known value, or all that create instances of classes.
 */
export function resultOf(value: Value, evaluation: Evaluation): Value | undefined {
  if (value.kind === 'external') return stepInto(value, CALL);
  if (value.kind === 'parameter') return { ...value, path: [...value.path, CALL] };
  if (value.kind !== 'function') return undefined;
  if (value.types !== undefined) return typedResult(value.types, evaluation);
  const written = annotatedResult(value, evaluation);
  if (written !== undefined && written.kind !== 'typed') return written;
  // An interface has no code to follow, but the returned value may have.
  const returned = returnedValue(value, evaluation);
  return written === undefined || returned?.kind === 'instance' || returned?.kind === 'object'
    ? (returned ?? resultBeside(value, evaluation))
    : written;
}

/** The result of `new` on a value; undefined if it can't have instances. */
export function instanceOf(value: Value, evaluation: Evaluation): Value | undefined {
  switch (value.kind) {
    case 'class':
      return { kind: 'instance', of: value };
    case 'external':
      return stepInto(value, INSTANCE);
    case 'typed':
      return typedInstance(value.types, evaluation);
    case 'function':
      if (value.types !== undefined) return typedInstance(value.types, evaluation);
      return isFunction(value.node) && value.node.type !== 'ArrowFunctionExpression'
        ? { kind: 'made', node: value.node, source: value.source }
        : undefined;
    default:
      return undefined;
  }
}

function annotatedResult({ node, source, scope }: FunctionValue, evaluation: Evaluation): Value | undefined {
  const { returnType } = node;
  if (returnType === undefined || (returnType as unknown) === null) return undefined;
  const { typeAnnotation } = returnType;
  const result =
    scope === undefined
      ? evaluation.type(typeAnnotation, source)
      : typedValue(typeAnnotation, source, evaluation, scope);
  return result?.kind === 'promise' ? result.of : result;
}

/** The result of a function in JavaScript, by the declarations beside its file. */
function resultBeside({ node, source }: FunctionValue, evaluation: Evaluation): Value | undefined {
  const declared = isFunction(node) ? signatureBeside(node, source, evaluation) : undefined;
  return declared === undefined ? undefined : annotatedResult({ kind: 'function', ...declared }, evaluation);
}

function returnedValue(value: FunctionValue, evaluation: Evaluation): Value | undefined {
  if (!isFunction(value.node)) return undefined;
  const returned = returnsOf(value.node, value.source);
  for (const [index, expression] of returned.entries()) {
    const result = evaluation.expression(expression, value.source);
    if (result === undefined || isNothing(result)) continue;
    if (result.kind === 'promise') return result.of;
    const others = returned.slice(index + 1).map((other) => () => evaluation.expression(other, value.source));
    return orInstances(result, others);
  }
  return undefined;
}

const returnsIn = perSource(() => new Map<FunctionNode, readonly Node[]>());

/** The expressions that a function of a file returns, collected once. */
export function returnsOf(fn: FunctionNode, source: Source): readonly Node[] {
  const known = returnsIn(source);
  const returned = known.get(fn) ?? returnedExpressions(fn);
  known.set(fn, returned);
  return returned;
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
