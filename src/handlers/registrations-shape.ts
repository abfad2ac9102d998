import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import { ROUTER_NAMES, VERBS } from '../catalog/roles.ts';
import { lastName, methodCall } from '../syntax/call.ts';
import { unwrap } from '../syntax/unwrap.ts';

/** A verb, a path and functions: `x.post('/a', auth, create)`, `x.route('POST', '/a', create)`. */
export interface RouteCall {
  readonly object: TSESTree.Expression;
  readonly method: string;
  readonly path: Node;
  readonly functions: readonly Node[];
}

/** The parts of a call that reads like the registration of a route; undefined for any other. */
export function routeCall(call: Node): RouteCall | undefined {
  const found = methodCall(call);
  if (found === undefined) return undefined;
  const { object, method } = found;
  const [first, second, ...others] = found.call.arguments;
  if (first === undefined || second === undefined) return undefined;
  if (VERBS.has(method) && (mayBePath(first) || (isBarePath(first) && ROUTER_NAMES.test(lastName(object)))))
    return { object, method, path: first, functions: [second, ...others] };
  const verb = verbText(first);
  return verb !== undefined && others.length > 0 && mayBePath(second)
    ? { object, method: verb, path: second, functions: others }
    : undefined;
}

/** `admin/tasks`: a path for routers that add the leading slash themselves. */
function isBarePath(node: Node): boolean {
  const value = unwrap(node);
  return (
    value.type === 'Literal' && typeof value.value === 'string' && /^\w[\w-]*(?:\/[\w:{}.*-]+)+$/.test(value.value)
  );
}

/** A verb as a text, in small letters; undefined for anything else. */
export function verbText(node: Node): string | undefined {
  const value = unwrap(node);
  if (value.type !== 'Literal' || typeof value.value !== 'string') return undefined;
  const verb = value.value.toLowerCase();
  return VERBS.has(verb) ? verb : undefined;
}

/**
 * Whether an expression may be a route's path: a string that starts with a slash, a template, a list of these, or a
 * regular expression.
 */
export function mayBePath(node: Node): boolean {
  const value = unwrap(node);
  switch (value.type) {
    case 'Literal':
      return 'regex' in value || (typeof value.value === 'string' && /^(?:\/|\*$)/.test(value.value));
    case 'TemplateLiteral': {
      const start = value.quasis[0]?.value.cooked ?? '';
      return start.startsWith('/') || (start === '' && value.expressions.length > 0 && value.quasis.length > 1);
    }
    case 'ArrayExpression':
      return value.elements.some((element) => element !== null && mayBePath(element));
    case 'BinaryExpression':
      return value.operator === '+' && (mayBePath(value.left) || mayBePath(value.right));
    default:
      return false;
  }
}
