import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Edge, EdgesOf } from './edge.ts';
import { methodCall, propertyName } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { keyName } from '../../syntax/literal.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { idOf } from '../function-key.ts';
import { othersOf } from './one-of.ts';
import { overridesOf } from './overrides.ts';
import { possibleValues } from './possible-values.ts';
import { asName, targetOf } from './target.ts';

/** `api[name]`, `api[name].call`, where `api` is a module: any of its functions may be called. */
function isOfModule(name: Node, source: Source, evaluation: Evaluation): boolean {
  const node = unwrap(name);
  if (node.type !== 'MemberExpression') return false;
  if (propertyName(node) !== undefined) return isOfModule(node.object, source, evaluation);
  return (
    unwrap(node.property).type !== 'ConditionalExpression' &&
    evaluation.expression(node.object, source)?.kind === 'namespace'
  );
}

/** `services.get('mail').send`: the call runs one function, even if several were stored under the key. */
function isUnderLiteralKey(name: Node): boolean {
  const node = unwrap(name);
  if (node.type === 'MemberExpression') return isUnderLiteralKey(node.object);
  const method = methodCall(node);
  const [key] = method?.call.arguments ?? [];
  return method?.method === 'get' && key !== undefined && keyName(key, true) !== undefined;
}

/** `hooks.get(id)` in `hooks.get(id)(order)` */
function keptUnderKey(callee: Node): Node | undefined {
  const node = unwrap(callee);
  return methodCall(node)?.method === 'get' ? node : undefined;
}

/**
 * `this.hooks[id]()`, `hooks.get(id)(order)`, `for (const hook of hooks) hook.run()`: calls of functions that are stored
 * in a field, under a key or in a table.
 */
export const stored: EdgesOf = (call, source, { undecorated }) => {
  if (call.type !== 'CallExpression') return [];
  const name = asName(call.callee) ?? keptUnderKey(call.callee);
  if (name === undefined) return [];
  const value = undecorated.expression(name, source);
  if (value?.kind === 'function' && isFunction(value.node)) return [];
  // What a package's `get` returns, such as a response, is no function of the user's.
  if (value?.kind === 'external' && value.module !== 'global') return [];
  const all = possibleValues(name, source, undecorated);
  const isOneOfSeveral = all.length > 1 && isUnderLiteralKey(name);
  const evidence = isOneOfSeveral || isOfModule(name, source, undecorated) ? 'likely' : 'sure';
  const edges = new Map<string, Edge>();
  for (const possible of all) {
    if (possible.kind !== 'function') continue;
    const target = targetOf(possible, name, source);
    if (target !== undefined) edges.set(idOf(target.to), { ...target, by: 'stored', evidence });
    else if (name.type === 'MemberExpression')
      for (const edge of overridesOf(possible, propertyName(name) ?? '', name, source, undecorated))
        edges.set(idOf(edge.to), edge);
    for (const edge of othersOf(possible, name, source, undecorated)) edges.set(idOf(edge.to), edge);
  }
  return [...edges.values()];
};
