import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { RUNS_IN_PAGE } from '../catalog/conventions.ts';
import { readsOf, variableOf } from '../syntax/binding.ts';
import { methodCall } from '../syntax/call.ts';
import { isFunction, parameterTarget } from '../syntax/function.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { readsOfFunction } from '../syntax/uses.ts';
import { functionOf } from '../values/function-of.ts';

/**
 * Whether a server sends the code at a node to a page that it drives: `page.evaluate(() => …)`. The page gets the text
 * of the function alone, without what the file imports.
 */
export function runsInPage(node: Node, source: Source, evaluation: Evaluation): boolean {
  return isInFunction(
    node,
    (fn) =>
      isGivenToPage(fn, source, evaluation) ||
      isOnlyGiven(fn, source, (name) => isGivenToPage(name, source, evaluation)),
  );
}

/** The same, if the function is written where it is given to the page: the server can't run that one, too. */
export function isWrittenForPage(node: Node, source: Source, evaluation: Evaluation): boolean {
  return isInFunction(node, (fn) => isGivenToPage(fn, source, evaluation));
}

/** Whether the name of the method alone says that a function runs in a page, which is passed to it. */
export function seemsRunInPage(fn: FunctionNode, source: Source): boolean {
  return givenTo(fn) !== undefined || isOnlyGiven(fn, source, (name) => givenTo(name) !== undefined);
}

/**
 * Whether an argument is what a page runs. A method of the user's own code that has the name of a browser driver's runs
 * its argument in the server, unless it gives that to a page.
 */
export function isGivenToPage(
  node: Node,
  source: Source,
  evaluation: Evaluation,
  seen: Set<Node> = new Set<Node>(),
): boolean {
  const given = givenTo(node);
  if (given === undefined) return false;
  const own = functionOf(unwrap(given.call.callee), source, evaluation.undecorated);
  if (own === undefined) return true;
  if (seen.has(own.fn)) return false;
  seen.add(own.fn);
  const parameter = own.fn.params[given.index];
  const variable = parameter === undefined ? undefined : variableOf(parameterTarget(parameter), own.source);
  return variable !== undefined && readsOf(variable).some((read) => isGivenToPage(read, own.source, evaluation, seen));
}

function isInFunction(node: Node, is: (fn: FunctionNode) => boolean): boolean {
  for (let at: Node | null | undefined = node; at != null; at = at.parent) if (isFunction(at) && is(at)) return true;
  return false;
}

/** Whether a function has a name that is only passed to pages. */
function isOnlyGiven(fn: FunctionNode, source: Source, isGiven: (name: Node) => boolean): boolean {
  const reads = readsOfFunction(fn, source) ?? [];
  return reads.length > 0 && reads.every(isGiven);
}

/** The call of a method named as that of a browser driver, and which of its arguments a node is. */
function givenTo(node: Node): { call: NonNullable<ReturnType<typeof methodCall>>['call']; index: number } | undefined {
  const given = wrapped(node);
  const method = given.parent == null ? undefined : methodCall(given.parent);
  const index = method?.call.arguments.findIndex((each) => each === given) ?? -1;
  return method !== undefined && index >= 0 && RUNS_IN_PAGE.test(method.method)
    ? { call: method.call, index }
    : undefined;
}
