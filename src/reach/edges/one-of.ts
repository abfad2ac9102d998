import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { FunctionValue } from '../../values/value.ts';
import type { Edge, EdgesOf } from './edge.ts';
import { keyName } from '../../syntax/literal.ts';
import { asName, targetOf } from './target.ts';

/** `storage.put()`, if `storage` is an instance of one of several classes: the methods of those after the first. */
export const oneOfSeveral: EdgesOf = (call, source, { undecorated }) => {
  const name = call.type === 'CallExpression' ? asName(call.callee) : undefined;
  if (name?.type !== 'MemberExpression' || keyName(name.property, name.computed) === undefined) return [];
  const value = undecorated.expression(name, source);
  return value?.kind === 'function' ? othersOf(value, name, source, undecorated) : [];
};

/** The edges to the methods that a call by `name` may run beside the method that is known first. */
export function othersOf(value: FunctionValue, name: Node, source: Source, evaluation: Evaluation): Edge[] {
  return (value.types ?? []).flatMap(({ node, source: home }) => {
    const method = evaluation.expression(node, home);
    const target = method === undefined || node === value.node ? undefined : targetOf(method, name, source);
    return target === undefined ? [] : [{ ...target, by: 'one-of' as const, evidence: 'sure' as const }];
  });
}
