import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Setting } from './run.ts';
import { isFunction } from '../syntax/function.ts';
import { keyName } from '../syntax/literal.ts';
import { propertyValue } from '../syntax/members.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { returnsOf } from '../values/results.ts';
import { calledWith } from './called-with.ts';

/** A function of the user's code and the file it is in. */
export interface FunctionPlace {
  readonly node: FunctionNode;
  readonly source: Source;
  /** Whether the handler calls it with arguments other than its own. */
  readonly isGivenOther?: true;
}

/** A query for the functions behind an expression. */
export interface Asked {
  readonly source: Source;
  readonly evaluation: Evaluation;
  readonly setting: Setting | undefined;
  readonly depth: number;
  /** Whether parameters are looked up in the calls of their function. */
  readonly asksCallers: boolean;
}

/** The functions that an expression in handler position refers to. */
type FunctionsIn = (expression: Node, asked: Asked) => FunctionPlace[];

/**
 * The functions passed to a wrapper, and those that it returns, which run around them. A factory's arguments may be just
 * the handler's dependencies, so callers are asked about a parameter only if nothing else is known of the wrapper.
 */
export function wrappedFunctions(
  node: TSESTree.CallExpression,
  asked: Asked,
  functionsIn: FunctionsIn,
): FunctionPlace[] {
  const callee = unwrap(node.callee);
  // `controller.create.bind(controller)`
  if (callee.type === 'MemberExpression' && keyName(callee.property, callee.computed) === 'bind')
    return functionsIn(callee.object, asked);
  const inArguments = (asksCallers: boolean): FunctionPlace[] =>
    node.arguments
      .flatMap((argument) => wrappedIn(argument) ?? [])
      .flatMap((value) => functionsIn(value, { ...asked, asksCallers }));
  const written = inArguments(false);
  const made = madeFunctions(node, asked, functionsIn);
  if (written.length > 0) return distinct([...written, ...made]);
  return made.length > 0 || !asked.asksCallers ? made : inArguments(true);
}

/** The part of an argument that may be a handler: `fn` in `wrap(fn)` and in `wrap({ handler: fn })`. */
function wrappedIn(argument: Node): Node | undefined {
  const value = unwrap(argument);
  if (value.type === 'ObjectExpression') return propertyValue(value, 'handler');
  const mayLead = value.type === 'Identifier' || value.type === 'MemberExpression' || value.type === 'CallExpression';
  return mayLead || isFunction(value) ? value : undefined;
}

/** How many nested factories are followed. */
const MAXIMUM_FACTORIES = 3;

/** The functions that a factory returns, from every `return`, whatever its declared type: `createHandler(service)`. */
function madeFunctions(node: TSESTree.CallExpression, asked: Asked, functionsIn: FunctionsIn): FunctionPlace[] {
  const { source, evaluation, depth, setting } = asked;
  const factory = evaluation.expression(node.callee, source);
  if (factory?.kind === 'function' && isFunction(factory.node) && depth <= MAXIMUM_FACTORIES + 1) {
    // Without a run of the surrounding code, a factory's arguments count only as the handler's dependencies.
    const given = { nodes: node.arguments, source, setting };
    const inside = setting === undefined ? undefined : calledWith(factory.node, given, evaluation);
    const made = new Map<Node, FunctionPlace>();
    for (const returned of returnsOf(factory.node, factory.source))
      for (const place of functionsIn(returned, {
        ...asked,
        source: factory.source,
        setting: inside,
        asksCallers: false,
      }))
        made.set(place.node, place);
    if (made.size > 0) return [...made.values()];
  }
  const result = evaluation.expression(node, source);
  return result?.kind === 'function' && isFunction(result.node) ? [{ node: result.node, source: result.source }] : [];
}

/** The places without repeated functions. */
export function distinct(places: readonly FunctionPlace[]): FunctionPlace[] {
  return [...new Map(places.map((place) => [place.node, place])).values()];
}
