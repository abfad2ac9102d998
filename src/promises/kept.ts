import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import { FILLS, PLATFORM_KEEPS } from '../catalog/conventions.ts';
import { definitionOf, variableOf, writesOf } from '../syntax/binding.ts';
import { methodCall } from '../syntax/call.ts';
import { contains } from '../syntax/position.ts';
import { rootOf, unwrap, wrapped } from '../syntax/unwrap.ts';

/** Methods that get an item from a collection. */
const GIVES: ReadonlySet<string> = new Set(['get', 'at', 'peek']);

/**
 * Whether a returned value is also kept outside the function, where it outlives the call: in a field, a collection, or
 * an outer variable, or by the platform. `return this.running`, `return (ready ??= connect())`, `this.jobs.set(id, job);
 * return job`.
 */
export function isKept(expression: Node, fn: FunctionNode, source: Source): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case 'AssignmentExpression':
      return isOutside(node.left, fn, source) || isKept(node.right, fn, source);
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last !== undefined && isKept(last, fn, source);
    }
    case 'LogicalExpression':
      return isKept(node.left, fn, source) && isKept(node.right, fn, source);
    case 'ConditionalExpression':
      return isKept(node.consequent, fn, source) && isKept(node.alternate, fn, source);
    case 'MemberExpression':
      return isOutside(node, fn, source);
    case 'CallExpression': {
      const taken = methodCall(node);
      return taken !== undefined && GIVES.has(taken.method) && isOutside(taken.object, fn, source);
    }
    case 'Identifier':
      return isOutside(node, fn, source) || isPutAway(node, fn, source) || isHandedOver(node, source);
    default:
      return false;
  }
}

/** A field, or a variable declared outside the function: `this.jobs`, `cache`, `cache[key]`. Imports don't count. */
function isOutside(expression: Node, fn: FunctionNode, source: Source): boolean {
  const node = rootOf(expression);
  if (node.type === 'ThisExpression') return true;
  const variable = node.type === 'Identifier' ? variableOf(node, source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable);
  return definition?.type === 'Variable' && !contains(fn, definition.name);
}

/** A variable of the function that is stored where it outlives the call, or was taken from there. */
function isPutAway(name: Node, fn: FunctionNode, source: Source): boolean {
  const variable = variableOf(name, source);
  if (variable === undefined || definitionOf(variable)?.type !== 'Variable') return false;
  const written = onlyWrite(name, source);
  if (written !== undefined && isTaken(written, fn, source)) return true;
  return variable.references.some(({ identifier }) => {
    const outer = wrapped(identifier);
    const { parent } = outer;
    if (parent?.type === 'AssignmentExpression')
      return parent.right === outer && unwrap(parent.left) !== identifier && isOutside(parent.left, fn, source);
    if (parent?.type !== 'CallExpression' || parent.callee === outer) return false;
    const put = methodCall(parent);
    return put !== undefined && FILLS.has(put.method) && isOutside(put.object, fn, source);
  });
}

/** `ctx.waitUntil(work); return work`: a variable or parameter that the platform also gets to keep. */
function isHandedOver(name: Node, source: Source): boolean {
  const { references = [] } = variableOf(name, source) ?? {};
  return references.some(({ identifier }) => {
    const outer = wrapped(identifier);
    const put = outer.parent == null ? undefined : methodCall(outer.parent);
    return (
      put !== undefined && PLATFORM_KEEPS.has(put.method) && unwrap(put.call.arguments[0] ?? put.call) === identifier
    );
  });
}

function isTaken(written: Node, fn: FunctionNode, source: Source): boolean {
  const node = unwrap(written);
  return (node.type === 'CallExpression' || node.type === 'AssignmentExpression') && isKept(node, fn, source);
}

/** The only expression that is written to a variable; undefined if there is not exactly one. */
export function onlyWrite(name: Node, source: Source): Node | undefined {
  const variable = variableOf(name, source);
  if (variable === undefined || definitionOf(variable)?.type !== 'Variable') return undefined;
  const writes = writesOf(variable);
  return writes?.length === 1 ? writes[0] : undefined;
}
