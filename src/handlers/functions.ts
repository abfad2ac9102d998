import type { Evaluation } from '../values/evaluation.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { isFunction, parameterTarget } from '../syntax/function.ts';
import { keyName } from '../syntax/literal.ts';
import { propertyValue } from '../syntax/members.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { argumentsGiven } from '../values/call-sites.ts';
import { returnsOf } from '../values/results.ts';

/** A function of the user's code and the file it is in. */
export interface FunctionPlace {
  readonly node: FunctionNode;
  readonly source: Source;
}

/**
 * The functions that an expression in handler position stands for: itself, a name's function, every element of an
 * array,
 * every branch of a condition, and for a call that wraps (`asyncHandler(fn)`, `wrap({ handler: fn })`) the functions
 * given to it.
 */
export function functionsOf(expression: Node, source: Source, evaluation: Evaluation, depth = 0): FunctionPlace[] {
  if (depth > 8) return [];
  const node = unwrap(expression);
  const inner = (next: Node): FunctionPlace[] => functionsOf(next, source, evaluation, depth + 1);
  if (isFunction(node)) return [{ node, source }];
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.flatMap((element) => (element === null ? [] : inner(element)));
    case 'SpreadElement':
      return inner(node.argument);
    case 'ConditionalExpression':
      return [...inner(node.consequent), ...inner(node.alternate)];
    case 'LogicalExpression':
      return [...inner(node.left), ...inner(node.right)];
    case 'AssignmentExpression':
      return inner(node.right);
    case 'AwaitExpression':
      return inner(node.argument);
    case 'CallExpression':
      return wrappedFunctions(node, source, evaluation, depth);
    case 'Identifier':
    case 'MemberExpression': {
      const place = evaluation.follow(node, source);
      const followed =
        place === undefined || place.node === node ? [] : functionsOf(place.node, place.source, evaluation, depth + 1);
      // Of a parameter its type is found, which has no code.
      return followed.length > 0 ? followed : givenFunctions(node, source, evaluation, depth);
    }
    default:
      return [];
  }
}

/**
 * What the user's own calls give to a function that registers its parameter: `process` in `startWorker('mail', process)`,
 * where startWorker makes the worker.
 */
function givenFunctions(name: Node, source: Source, evaluation: Evaluation, depth: number): FunctionPlace[] {
  const variable = name.type === 'Identifier' ? variableOf(name, source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable);
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return [];
  const index = definition.node.params.findIndex((parameter) => parameterTarget(parameter) === definition.name);
  return index < 0
    ? []
    : argumentsGiven(definition.node, index, source, evaluation).flatMap((given) =>
        functionsOf(given.node, given.source, evaluation, depth + 1),
      );
}

function wrappedFunctions(
  node: TSESTree.CallExpression,
  source: Source,
  evaluation: Evaluation,
  depth: number,
): FunctionPlace[] {
  const callee = unwrap(node.callee);
  // `controller.create.bind(controller)`
  if (callee.type === 'MemberExpression' && keyName(callee.property, callee.computed) === 'bind')
    return functionsOf(callee.object, source, evaluation, depth + 1);
  const found: FunctionPlace[] = [];
  for (const argument of node.arguments) {
    const value = unwrap(argument);
    if (value.type === 'ObjectExpression') {
      const handler = propertyValue(value, 'handler');
      if (handler !== undefined) found.push(...functionsOf(handler, source, evaluation, depth + 1));
    } else if (
      value.type === 'Identifier' ||
      value.type === 'MemberExpression' ||
      value.type === 'CallExpression' ||
      isFunction(value)
    ) {
      found.push(...functionsOf(value, source, evaluation, depth + 1));
    }
  }
  if (found.length > 0) return found;
  return madeFunctions(node, source, evaluation, depth);
}

/** How many factories may make each other. */
const MAXIMUM_FACTORIES = 3;

/**
 * The functions that a factory returns, each of its `return`s counted, whatever type it is written with:
 * `createHandler(service)`.
 */
function madeFunctions(
  node: TSESTree.CallExpression,
  source: Source,
  evaluation: Evaluation,
  depth: number,
): FunctionPlace[] {
  const factory = evaluation.expression(node.callee, source);
  if (factory?.kind === 'function' && isFunction(factory.node) && depth <= MAXIMUM_FACTORIES) {
    const made = new Map<Node, FunctionPlace>();
    for (const returned of returnsOf(factory.node, factory.source))
      for (const place of functionsOf(returned, factory.source, evaluation, depth + 1)) made.set(place.node, place);
    if (made.size > 0) return [...made.values()];
  }
  const result = evaluation.expression(node, source);
  return result?.kind === 'function' && isFunction(result.node) ? [{ node: result.node, source: result.source }] : [];
}
