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
export function functionsOf(expression: Node, source: Source, evaluation: Evaluation): FunctionPlace[] {
  return functionsIn(expression, source, evaluation, 0, true);
}

/** @param asksCallers - whether of a parameter is asked what the calls of its function give */
function functionsIn(
  expression: Node,
  source: Source,
  evaluation: Evaluation,
  depth: number,
  asksCallers: boolean,
): FunctionPlace[] {
  if (depth > 8) return [];
  const node = unwrap(expression);
  const inner = (next: Node): FunctionPlace[] => functionsIn(next, source, evaluation, depth + 1, asksCallers);
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
      return wrappedFunctions(node, source, evaluation, depth, asksCallers);
    case 'Identifier':
    case 'MemberExpression': {
      const place = evaluation.follow(node, source);
      const followed =
        place === undefined || place.node === node
          ? []
          : functionsIn(place.node, place.source, evaluation, depth + 1, asksCallers);
      // Of a parameter its type is found, which has no code.
      return followed.length > 0 || !asksCallers ? followed : givenFunctions(node, source, evaluation, depth);
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
        functionsIn(given.node, given.source, evaluation, depth + 1, true),
      );
}

/**
 * What a call that wraps is given, else what a factory returns: what *it* was given may be what the handler works with,
 * so that only a wrapper of which nothing else is known is asked for it.
 */
function wrappedFunctions(
  node: TSESTree.CallExpression,
  source: Source,
  evaluation: Evaluation,
  depth: number,
  asksCallers: boolean,
): FunctionPlace[] {
  const callee = unwrap(node.callee);
  // `controller.create.bind(controller)`
  if (callee.type === 'MemberExpression' && keyName(callee.property, callee.computed) === 'bind')
    return functionsIn(callee.object, source, evaluation, depth + 1, asksCallers);
  const inArguments = (asks: boolean): FunctionPlace[] =>
    node.arguments
      .flatMap((argument) => wrappedIn(argument) ?? [])
      .flatMap((value) => functionsIn(value, source, evaluation, depth + 1, asks));
  const written = inArguments(false);
  if (written.length > 0) return written;
  const made = madeFunctions(node, source, evaluation, depth);
  return made.length > 0 || !asksCallers ? made : inArguments(true);
}

/** What of an argument may be a handler: `fn` in `wrap(fn)` and in `wrap({ handler: fn })`. */
function wrappedIn(argument: Node): Node | undefined {
  const value = unwrap(argument);
  if (value.type === 'ObjectExpression') return propertyValue(value, 'handler');
  const mayLead = value.type === 'Identifier' || value.type === 'MemberExpression' || value.type === 'CallExpression';
  return mayLead || isFunction(value) ? value : undefined;
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
      for (const place of functionsIn(returned, factory.source, evaluation, depth + 1, false))
        made.set(place.node, place);
    if (made.size > 0) return [...made.values()];
  }
  const result = evaluation.expression(node, source);
  return result?.kind === 'function' && isFunction(result.node) ? [{ node: result.node, source: result.source }] : [];
}
