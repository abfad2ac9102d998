import type { Node, Source } from '../../syntax/source.ts';
import { FILLS } from '../../catalog/conventions.ts';
import { methodCall, propertyName } from '../../syntax/call.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { originOf } from './origin.ts';

const DEEPEST = 3;

/**
 * The table whose lists an expression is one of: `listeners` in `listeners[event]`, `listeners.get(event) ?? []`, and in
 * the name of a variable that holds such a list.
 */
export function tableOf(list: Node, source: Source, depth = 0): Node | undefined {
  const node = unwrap(list);
  if (depth > DEEPEST) return undefined;
  switch (node.type) {
    case 'MemberExpression':
      return propertyName(node) === undefined ? node.object : undefined;
    case 'CallExpression': {
      const method = methodCall(node);
      return method?.method === 'get' ? method.object : undefined;
    }
    case 'LogicalExpression':
      return tableOf(node.left, source, depth + 1);
    case 'Identifier': {
      const origin = originOf(node, source);
      return origin === undefined || 'each' in origin || origin.key !== undefined
        ? undefined
        : tableOf(origin.whole, source, depth + 1);
    }
    default:
      return undefined;
  }
}

/** What is put into a list of a table: `listeners[event].push(fn)`, `listeners.set(event, [...before, fn])`. */
export function givenToLists(table: Node): Node[] {
  const outer = wrapped(table);
  const member = outer.parent;
  if (member?.type !== 'MemberExpression' || member.object !== outer) return [];
  const call = callOf(member);
  const method = call === undefined ? undefined : methodCall(call);
  if (propertyName(member) !== undefined && method?.method !== 'get') {
    const value = method !== undefined && FILLS.has(method.method) ? method.call.arguments.at(-1) : undefined;
    return value === undefined ? [] : addedTo(value);
  }
  const list = wrapped(method?.method === 'get' ? method.call : member);
  const { parent } = list;
  if (parent?.type === 'AssignmentExpression') return parent.left === list ? addedTo(parent.right) : [];
  const filling = parent?.type === 'MemberExpression' && parent.object === list ? callOf(parent) : undefined;
  const filled = filling === undefined ? undefined : methodCall(filling);
  return filled !== undefined && FILLS.has(filled.method) ? filled.call.arguments.slice(-1) : [];
}

function callOf(member: Node): Node | undefined {
  const callee = wrapped(member);
  const { parent } = callee;
  return parent?.type === 'CallExpression' && parent.callee === callee ? parent : undefined;
}

/** The elements that a new list has besides those of another: `fn` in `[...before, fn]`. */
function addedTo(list: Node): Node[] {
  const node = unwrap(list);
  if (node.type !== 'ArrayExpression') return [];
  return node.elements.flatMap((element) => (element === null || element.type === 'SpreadElement' ? [] : [element]));
}
