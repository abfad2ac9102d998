import type { Node, Source } from '../syntax/source.ts';
import type { Captured } from './request-scope.ts';
import { DEFAULT_ANSWERS, REQUEST_NAMES, RESPONSE_NAMES } from '../catalog/conventions.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { methodCall } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { keyName } from '../syntax/literal.ts';
import { contains } from '../syntax/position.ts';
import { unwrap } from '../syntax/unwrap.ts';

const CONTEXT = /^(?:c|ctx|context|event)$/;
const WRITES: ReadonlySet<string> = new Set(['write', ...DEFAULT_ANSWERS.ends]);

/** `for await (const chunk of req)`: Node drops what is left of a body once the request has been answered. */
export function requestBody(node: Node, task: Node, source: Source): Captured | undefined {
  return node.type === 'ForOfStatement' && node.await && isRequest(node.right, task, source)
    ? { kind: 'body', node: node.right, name: source.text.slice(...node.right.range) }
    : undefined;
}

/** `res.write(row)`, if code outside of the task sends the response: `res.status(202).end()`. */
export function sentResponse(node: Node, task: Node, source: Source): Captured | undefined {
  const call = methodCall(node);
  if (call === undefined || !WRITES.has(call.method)) return undefined;
  const response = firstObject(call.object);
  if (response.type !== 'Identifier' || !RESPONSE_NAMES.test(response.name)) return undefined;
  if (!isFunction(definitionOutside(response, task, source))) return undefined;
  const isSent = (variableOf(response, source)?.references ?? []).some(
    ({ identifier }) => !contains(task, identifier) && sends(identifier) && isBeside(identifier, task),
  );
  return isSent ? { kind: 'response', node, name: `${response.name}.${call.method}` } : undefined;
}

/** Whether a task is started in the block that a node is in, so that running one usually means running the other. */
function isBeside(node: Node, task: Node): boolean {
  for (let outer = node.parent; outer != null; outer = outer.parent) {
    if (outer.type === 'IfStatement' || outer.type === 'SwitchCase' || isFunction(outer)) return false;
    if (outer.type === 'BlockStatement') return contains(outer, task);
  }
  return false;
}

/** The object at the start of a chain: `res` of `res.status(202).type('json')`. */
function firstObject(object: Node): Node {
  const node = unwrap(object);
  const inner = methodCall(node);
  return inner === undefined ? node : firstObject(inner.object);
}

/** Whether a chain of calls on an object sends it: `res.status(202).json(x)`. */
function sends(object: Node): boolean {
  let node: Node = object;
  for (;;) {
    const member: Node | undefined = node.parent ?? undefined;
    const call = member?.type === 'MemberExpression' && member.object === node ? member.parent : undefined;
    if (member?.type !== 'MemberExpression' || call?.type !== 'CallExpression' || call.callee !== member) return false;
    if (DEFAULT_ANSWERS.ends.includes(keyName(member.property, member.computed) ?? '')) return true;
    node = call;
  }
}

/**
 * Whether an expression is a request, judged by names: a parameter of a function around the task, such as `req`,
 * `ctx.req`, `c.req.raw`, `event.request`.
 */
export function isRequest(expression: Node, task: Node, source: Source): boolean {
  const path: string[] = [];
  let node = unwrap(expression);
  while (node.type === 'MemberExpression') {
    path.unshift(keyName(node.property, node.computed) ?? '?');
    node = unwrap(node.object);
  }
  if (node.type !== 'Identifier' || !isFunction(definitionOutside(node, task, source))) return false;
  const [first] = path;
  if (REQUEST_NAMES.test(node.name)) return path.every((name) => name === 'raw');
  return (
    CONTEXT.test(node.name) &&
    first !== undefined &&
    REQUEST_NAMES.test(first) &&
    path.slice(1).every((name) => name === 'raw')
  );
}

/** The definition of a variable that is declared outside the task. */
export function definitionOutside(node: Node, task: Node, source: Source): Node | undefined {
  const variable = node.type === 'Identifier' ? variableOf(node, source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable)?.node;
  return definition === undefined || contains(task, definition) ? undefined : definition;
}
