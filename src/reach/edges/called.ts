import type { EdgesOf } from './edge.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { isPlaceholderOf } from '../../values/value.ts';
import { asName, evidenceFor, targetOf } from './target.ts';

/**
 * `save(order)`, `new Mailer()`: the function that a call names; `senderFor(user)(order)`: the function that another
 * call returns.
 */
export const called: EdgesOf = (call, source, { undecorated }) => {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return [];
  const callee = unwrap(call.callee);
  const name = asName(callee) ?? (callee.type === 'CallExpression' ? asName(callee.callee) : undefined);
  const value = name === undefined ? undefined : undecorated.expression(callee, source);
  // A placeholder of a type runs nothing: others with its name are asked for instead.
  const target = name === undefined || isPlaceholderOf(value) ? undefined : targetOf(value, name, source);
  return target === undefined ? [] : [{ ...target, by: 'called', evidence: evidenceFor(value) }];
};
