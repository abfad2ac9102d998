import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ExternalValue, FunctionValue, ParameterValue, Value } from './value.ts';
import { methodCall } from '../syntax/call.ts';
import { isFunction, parameterTarget } from '../syntax/function.ts';
import { keyName } from '../syntax/literal.ts';
import { typeBeside } from '../syntax/members.ts';
import { takenFrom } from './elements.ts';
import { instanceOf } from './results.ts';
import { CALL, stepInto } from './value.ts';

/** The awaited result of a call, by its callee, and by the arguments if it depends on them. */
export function callResult(
  callee: Value,
  call: TSESTree.CallExpression,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const given = instanceGiven(callee, call, source, evaluation) ?? writtenFor(callee, call, source, evaluation);
  if (given !== undefined) return given;
  if (callee.kind === 'external')
    return (
      sameObject(callee, call, source, evaluation) ??
      takenFrom(call, source, evaluation) ??
      withKey(stepInto(callee, CALL), keyIn(call, evaluation))
    );
  if (callee.kind === 'function') {
    const generic = genericResult(callee, call, source, evaluation);
    if (generic !== undefined) return generic;
  }
  const result = evaluation.result(callee);
  if (callee.kind === 'parameter' && result?.kind === 'parameter') return withKey(result, keyIn(call, evaluation));
  return result?.kind === 'parameter' && callee.kind === 'function' && result.fn === callee.node
    ? ofArgument(result, call, source, evaluation)
    : result;
}

/** The result of a call with its key, if it had one. */
function withKey(result: Value | undefined, name: string | undefined): Value | undefined {
  if (name === undefined || (result?.kind !== 'external' && result?.kind !== 'parameter')) return result;
  const { length } = result.kind === 'external' ? result.steps : result.path;
  return { ...result, key: { name, at: length - 1 } };
}

/** The key in `get('mail')`, if a framework has such a method; undefined for any other call. */
function keyIn(call: TSESTree.CallExpression, { catalog }: Evaluation): string | undefined {
  const [first] = call.arguments;
  const method = first === undefined ? undefined : methodCall(call)?.method;
  return first !== undefined && method !== undefined && catalog.keyedReads.has(method)
    ? keyName(first, true)
    : undefined;
}

/** `Object.freeze(x)` and the like return x itself. */
function sameObject(
  { module, steps }: ExternalValue,
  call: TSESTree.CallExpression,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const [object, method, ...more] = steps;
  const [first] = call.arguments;
  if (module !== 'global' || object !== 'Object' || more.length > 0 || first === undefined) return undefined;
  return /^(?:freeze|seal|preventExtensions)$/.test(String(method)) ? evaluation.expression(first, source) : undefined;
}

/**
 * `Container.get(Mailer)`, `moduleRef.resolve(Mailer)`: an instance of the class that is passed. For the user's own
 * functions, the code decides.
 */
function instanceGiven(
  callee: Value,
  call: TSESTree.CallExpression,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  if (callee.kind !== 'external' && callee.kind !== 'parameter') return undefined;
  const method = methodCall(call)?.method;
  const [first] = call.arguments;
  if (
    method === undefined ||
    !/^(?:get|resolve|make|getInstance|getRequired|getService|inject|instantiate)$/.test(method) ||
    (first?.type !== 'Identifier' && first?.type !== 'MemberExpression')
  )
    return undefined;
  const value = evaluation.expression(first, source);
  return value?.kind === 'class' ? instanceOf(value, evaluation) : undefined;
}

/** `container.get<Mailer>('mail')`: a container gives what its caller says. */
function writtenFor(
  callee: Value,
  call: TSESTree.CallExpression,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const [written] = call.typeArguments?.params ?? [];
  if (written === undefined || callee.kind !== 'external') return undefined;
  const { module, steps } = callee;
  const entry = evaluation.catalog.storing.find({ module, steps: steps.slice(0, -1) });
  const gives = entry?.stores?.some(({ gets }) => gets?.includes(steps.at(-1) ?? '') === true);
  return gives === true ? evaluation.type(written, source) : undefined;
}

/**
 * The result of a generic function: of its callback for `<T>(key, make: () => T): T`, its argument for `<T>(x: T): T`,
 * an instance for `<T>(C: new () => T): T`.
 */
function genericResult(
  { node, scope }: FunctionValue,
  call: TSESTree.CallExpression,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const name = typeParameterNamed(node.returnType?.typeAnnotation);
  const place = node.typeParameters?.params.findIndex((parameter) => parameter.name.name === name) ?? -1;
  if (name === undefined || place < 0 || scope?.given !== undefined) return undefined;
  const written = call.typeArguments?.params[place];
  if (written !== undefined) return evaluation.type(written, source);
  for (const [index, parameter] of node.params.entries()) {
    const argument = call.arguments[index];
    const target = parameterTarget(parameter);
    const type = typeBeside(target);
    if (argument === undefined || type === undefined || argument.type === 'SpreadElement') continue;
    const value = byParameter(type, name, argument, source, evaluation);
    if (value !== undefined) return value;
  }
  return undefined;
}

function byParameter(
  type: Node,
  name: string,
  argument: Node,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const value = (): Value | undefined => evaluation.expression(argument, source);
  if (typeParameterNamed(type) === name) return value();
  if (type.type !== 'TSFunctionType' && type.type !== 'TSConstructorType') {
    // `Class<T>`, `Constructor<T>`, `Type<T>`
    const isOfIt =
      type.type === 'TSTypeReference' && type.typeArguments?.params.some((one) => typeParameterNamed(one) === name);
    const given = isOfIt === true ? value() : undefined;
    return given?.kind === 'class' ? instanceOf(given, evaluation) : undefined;
  }
  if (typeParameterNamed(type.returnType?.typeAnnotation) !== name) return undefined;
  const given = value();
  if (given === undefined) return undefined;
  return type.type === 'TSConstructorType' ? instanceOf(given, evaluation) : evaluation.result(given);
}

/** The name `T` in `T`, `Promise<T>` and `T | undefined`. */
function typeParameterNamed(type: Node | undefined): string | undefined {
  if (type?.type === 'TSUnionType') return type.types.map(typeParameterNamed).find((name) => name !== undefined);
  if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
  const [only] = type.typeArguments?.params ?? [];
  if (only === undefined) return type.typeName.name;
  return /^Promise(?:Like)?$|^Awaited$/.test(type.typeName.name) ? typeParameterNamed(only) : undefined;
}

/** The result of a function that returns its parameter, or something reached from it, for the given argument. */
function ofArgument(
  { fn, index, path, key }: ParameterValue,
  call: TSESTree.CallExpression,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const argument = call.arguments[index];
  if (!isFunction(fn) || argument === undefined || argument.type === 'SpreadElement') return undefined;
  let value = evaluation.expression(argument, source);
  for (const [at, step] of path.entries()) {
    if (value === undefined) return undefined;
    value = step === CALL ? evaluation.result(value) : evaluation.member(value, step);
    if (key?.at === at) value = withKey(value, key.name);
  }
  return value;
}
