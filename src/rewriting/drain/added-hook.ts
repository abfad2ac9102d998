import type { Node } from '../../syntax/source.ts';
import { methodCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { keyName, staticText } from '../../syntax/literal.ts';
import { isParseFailure, parse } from '../../syntax/parse.ts';
import { someIn } from '../../syntax/walk.ts';

/** Whether code adds a hook: `app.addHook('onClose', end)`, `onModuleDestroy() { … }`. A comment does not. */
export function addsHook(name: string, path: string, text: string): boolean {
  const source = parse(path, text);
  return isParseFailure(source) || someIn(source.ast, (node) => isHook(node, name));
}

function isHook(node: Node, name: string): boolean {
  const call = methodCall(node);
  if (call !== undefined)
    return call.method === name || call.call.arguments.some((argument) => staticText(argument) === name);
  if (node.type !== 'MethodDefinition' && node.type !== 'PropertyDefinition' && node.type !== 'Property') return false;
  return keyName(node.key, node.computed) === name && node.value !== null && isFunction(node.value);
}
