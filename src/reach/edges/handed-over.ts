import type { EdgesOf } from './edge.ts';
import { asName, targetOf } from './target.ts';

/** `orders.map(save)`: a function that is passed on by its name, and may be called. */
export const handedOver: EdgesOf = (call, source, { undecorated }) => {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return [];
  return call.arguments.flatMap((argument) => {
    const name = asName(argument);
    const target = name === undefined ? undefined : targetOf(undecorated.expression(name, source), name, source);
    return target === undefined ? [] : [{ ...target, by: 'handed-over' as const, evidence: 'sure' as const }];
  });
};
