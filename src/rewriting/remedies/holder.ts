import type { Variable } from '../../syntax/scopes/scope.ts';
import type { Node, Source } from '../../syntax/source.ts';
import { FILLS } from '../../catalog/conventions.ts';
import { definitionOf, variableOf } from '../../syntax/binding.ts';
import { chainedOnto, methodCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { rootOf, unwrap, wrapped } from '../../syntax/unwrap.ts';

/**
 * Why the holder of a promise can't hold its result instead: other code chains onto it, or a type declares what it
 * holds. Undefined if it can.
 */
export function obstacleInHolder(node: Node, source: Source): { code: string; reason: string } | undefined {
  const variable = holderOf(node, source);
  if (variable === undefined) return undefined;
  if (isTyped(variable))
    return {
      code: 'typed-promise',
      reason: 'The type here requires a promise: await it where its result is used, or change the type.',
    };
  return variable.references.some(({ identifier }) => chainedOnto(wrapped(identifier)) !== undefined)
    ? {
        code: 'chained-holder',
        reason: 'Its promise also has a chain: await it where its result is used.',
      }
    : undefined;
}

/** The variable that holds the value at `node`, directly or inside an object, an array or a collection. */
function holderOf(node: Node, source: Source): Variable | undefined {
  for (let inner = wrapped(node); inner.parent != null; inner = inner.parent) {
    const outer: Node = inner.parent;
    if (isFunction(outer)) return undefined;
    if (outer.type === 'VariableDeclarator') return variableOf(outer.id, source);
    if (outer.type === 'AssignmentExpression') return variableOf(rootOf(outer.left), source);
    const method = methodCall(outer);
    if (outer === method?.call && outer.callee !== inner)
      return FILLS.has(method.method) ? variableOf(rootOf(method.object), source) : undefined;
    if (outer.type.endsWith('Statement')) return undefined;
  }
  return undefined;
}

function isTyped(variable: Variable): boolean {
  const definition = definitionOf(variable)?.node;
  if (definition?.type !== 'VariableDeclarator') return false;
  const { id, init } = definition;
  if (id.typeAnnotation != null) return true;
  const value = init === null ? undefined : unwrap(init);
  return value !== undefined && (value !== init || (value.type === 'NewExpression' && value.typeArguments != null));
}
