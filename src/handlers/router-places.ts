import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { exportsOf } from '../project/exports.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { methodCall } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { requiredSpecifier } from '../syntax/names.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { returnsOf } from '../values/results.ts';

/**
 * The places of the expressions that create the routers behind an expression: calls, or a plugin's function. The first
 * is the one that identifies a router where it is used, because a factory creates another router on each call.
 */
export function placesOf(expression: Node, source: Source, evaluation: Evaluation, depth = 0): string[] {
  if (depth > 6) return [];
  const node = unwrap(expression);
  const inner = (next: Node, home = source): string[] => placesOf(next, home, evaluation, depth + 1);
  if (isFunction(node))
    return [placeOf(node, source), ...returnsOf(node, source).flatMap((returned) => inner(returned))];
  if (node.type === 'Identifier' || node.type === 'MemberExpression') {
    const place = evaluation.follow(node, source);
    if (place !== undefined && place.node !== node) return inner(place.node, place.source);
    const variable = node.type === 'Identifier' ? variableOf(node, source) : undefined;
    const definition = variable === undefined ? undefined : definitionOf(variable);
    return definition?.type === 'Parameter' ? [placeOf(definition.node, source)] : [];
  }
  if (node.type === 'NewExpression') return [placeOf(node, source)];
  if (node.type !== 'CallExpression') return [];
  const required = requiredNode(node, source, evaluation);
  if (required !== undefined) return inner(required.node, required.source);
  // `orders.routes()`, and a chain of routes: `Router().get('/a', list)`.
  const method = methodCall(node);
  const below = method === undefined || isModule(method.object, source, evaluation) ? [] : inner(method.object);
  if (below.length > 0) return below;
  const callee = evaluation.expression(node.callee, source);
  const made =
    callee?.kind === 'function' && isFunction(callee.node)
      ? returnsOf(callee.node, callee.source).flatMap((returned) => inner(returned, callee.source))
      : [];
  return [placeOf(node, source), ...made];
}

/** Whether an object creates routers and isn't one itself: the function `express` in `express.Router()`. */
function isModule(object: Node, source: Source, evaluation: Evaluation): boolean {
  return evaluation.expression(object, source)?.kind === 'function';
}

/** `require('./orders')`: the value that the file exports as a whole. */
function requiredNode(
  call: TSESTree.CallExpression,
  source: Source,
  { resolver, workspace }: Evaluation,
): { node: Node; source: Source } | undefined {
  const specifier = requiredSpecifier(call);
  const resolved = specifier === undefined ? undefined : resolver.resolve(specifier, source.path);
  if (resolved === undefined || 'module' in resolved) return undefined;
  const home = workspace.files.followed(resolved.file);
  const whole = home === undefined ? undefined : exportsOf(home).whole;
  return home === undefined || whole === undefined ? undefined : { node: whole, source: home };
}

function placeOf({ range }: Node, { path }: Source): string {
  return `${path}:${range[0].toString()}`;
}
