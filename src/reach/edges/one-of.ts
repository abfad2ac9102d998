import type { EdgesOf } from './edge.ts';
import { keyName } from '../../syntax/literal.ts';
import { asName, targetOf } from './target.ts';

/** `storage.put()`, if `storage` is an instance of one of several classes: the methods of those after the first. */
export const oneOfSeveral: EdgesOf = (call, source, { undecorated }) => {
  const name = call.type === 'CallExpression' ? asName(call.callee) : undefined;
  if (name?.type !== 'MemberExpression' || keyName(name.property, name.computed) === undefined) return [];
  const value = undecorated.expression(name, source);
  if (value?.kind !== 'function' || value.types === undefined) return [];
  return value.types.flatMap(({ node, source: home }) => {
    const method = undecorated.expression(node, home);
    const target = method === undefined || node === value.node ? undefined : targetOf(method, name, source);
    return target === undefined ? [] : [{ ...target, by: 'one-of' as const, evidence: 'sure' as const }];
  });
};
