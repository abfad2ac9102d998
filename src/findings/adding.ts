import type { CallNode } from '../syntax/call.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { FindingContext } from './context.ts';
import type { Launch } from '../promises/launch.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { chainCall, methodCall } from '../syntax/call.ts';
import { isFunction, parameterTarget } from '../syntax/function.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { returnsOf } from '../values/results.ts';

/** `query.where(…);` as a statement: it changes the builder in place, and the code that holds the query sends it. */
export function addsToQuery(call: CallNode, context: FindingContext): boolean {
  const holder = holderOf(call);
  return holder !== undefined && (holdsQuery(holder, context) || isBuilderOfCallback(holder, context));
}

/**
 * `sorted(query);`, `filters(query).apply();`: the user's own functions that are handed a query, or keep one, and give
 * it back with more in it. Whoever holds that query sends it.
 */
export function extendsQuery(call: CallNode, { evidence }: Launch, context: FindingContext): boolean {
  if (evidence.step !== 'file' && evidence.step !== 'import') return false;
  return isHandedQuery(call, context) || givesBackKeptQuery(call, context);
}

/** Whether the call, or one that it is called on, is given a query that a name holds. */
function isHandedQuery(call: Node, context: FindingContext): boolean {
  if (call.type !== 'CallExpression') return false;
  const method = methodCall(call);
  return (
    call.arguments.some((given) => isHeldQuery(unwrap(given), context)) ||
    (method !== undefined && isHandedQuery(unwrap(method.object), context))
  );
}

function isHeldQuery(given: Node, context: FindingContext): boolean {
  if (given.type === 'MemberExpression') return context.oracle.holdsQuery(given, context.source);
  return given.type === 'Identifier' && (holdsQuery(given, context) || isBuilderOfCallback(given, context));
}

/** Whether the callee is a method that returns the query in a field of its object: `return this.query;`. */
function givesBackKeptQuery(call: CallNode, { evaluation, source, oracle }: FindingContext): boolean {
  const callee = call.type === 'CallExpression' ? evaluation.expression(call.callee, source) : undefined;
  if (callee?.kind !== 'function' || !isFunction(callee.node)) return false;
  return returnsOf(callee.node, callee.source).some((returned) => {
    const field = unwrap(returned);
    return (
      field.type === 'MemberExpression' &&
      field.object.type === 'ThisExpression' &&
      oracle.holdsQuery(field, callee.source)
    );
  });
}

/** `query` in `query.where(…).limit(…)`. */
function holderOf(call: Node): Node | undefined {
  let holder: Node = call;
  while (holder.type === 'CallExpression') {
    const method = methodCall(holder);
    if (method === undefined) return undefined;
    holder = unwrap(method.object);
  }
  return holder === call ? undefined : holder;
}

function holdsQuery(holder: Node, { oracle, source }: FindingContext): boolean {
  return oracle.holdsQuery(holder, source) || isAwaitedItself(holder, source);
}

/** `const rows = await query`: whether the variable itself is awaited somewhere, which sends the query. */
function isAwaitedItself(holder: Node, source: Source): boolean {
  const variable = holder.type === 'Identifier' ? variableOf(holder, source) : undefined;
  return variable?.references.some(({ identifier }) => wrapped(identifier).parent?.type === 'AwaitExpression') ?? false;
}

/** `query.where((part) => { part.whereRaw(…); })`: whether it is a part of a query, passed to a callback. */
function isBuilderOfCallback(holder: Node, context: FindingContext): boolean {
  const variable = holder.type === 'Identifier' ? variableOf(holder, context.source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable);
  const fn = definition?.type === 'Parameter' ? definition.node : undefined;
  if (fn === undefined || !isFunction(fn)) return false;
  const [first] = fn.params;
  const call = wrapped(fn).parent;
  if (first === undefined || parameterTarget(first) !== variable?.identifiers[0]) return false;
  // `query.then((rows) => …)` gives the rows.
  if (call?.type !== 'CallExpression' || call.callee === wrapped(fn) || chainCall(call) !== undefined) return false;
  if (context.oracle.launchOf(call, context.source)?.verdict === 'lazy') return true;
  const outer = holderOf(call);
  return outer !== undefined && (holdsQuery(outer, context) || isBuilderOfCallback(outer, context));
}
