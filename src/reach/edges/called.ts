import type { EdgesOf } from './edge.ts';
import { asName, targetOf } from './target.ts';

/** `save(order)`, `new Mailer()`: the function that a call names. */
export const called: EdgesOf = (call, source, { undecorated }) => {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return [];
  const name = asName(call.callee);
  const target = name === undefined ? undefined : targetOf(undecorated.expression(name, source), name, source);
  return target === undefined ? [] : [{ ...target, by: 'called', evidence: 'sure' }];
};
