import type { Edge, EdgesOf } from './edge.ts';
import { recognitionOf } from '../../handlers/evaluation.ts';
import { keptIn } from '../../handlers/stores.ts';
import { asName, targetOf } from './target.ts';

/**
 * `request.server.audit(order)` after `app.decorate('audit', audit)`, `req.app.get('mail').send(order)` after
 * `app.set('mail', mail)`: a function that the user's own code put on a framework's object. If it keeps several values
 * under the name, each is likely.
 */
export const decorated: EdgesOf = (call, source, evaluation) => {
  const { undecorated } = evaluation;
  if ((call.type !== 'CallExpression' && call.type !== 'NewExpression') || undecorated === evaluation) return [];
  return [call.callee, ...call.arguments].flatMap((expression): Edge[] => {
    const name = asName(expression);
    const before = name === undefined ? undefined : undecorated.expression(name, source);
    if (name === undefined || before?.kind === 'function') return [];
    const kept = keptIn(before, source, recognitionOf(evaluation));
    const values = kept.values.length > 0 ? kept.values : [evaluation.expression(name, source)];
    const evidence = kept.values.length > 1 || !kept.isWhole ? 'likely' : 'sure';
    return values.flatMap((value) => {
      const target = targetOf(value, name, source);
      return target === undefined ? [] : [{ ...target, by: 'decorated' as const, evidence }];
    });
  });
};
