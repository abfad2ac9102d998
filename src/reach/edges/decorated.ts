import type { EdgesOf } from './edge.ts';
import { hasDecorations } from '../../handlers/decorations.ts';
import { asName, targetOf } from './target.ts';

/**
 * `request.server.audit(order)`, after `app.decorate('audit', audit)`: a function that the package's own code put on a
 * framework's object.
 */
export const decorated: EdgesOf = (call, source, evaluation) => {
  const { undecorated } = evaluation;
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return [];
  if (undecorated === evaluation || !hasDecorations(source, undecorated)) return [];
  return [call.callee, ...call.arguments].flatMap((expression) => {
    const name = asName(expression);
    if (name === undefined || undecorated.expression(name, source)?.kind === 'function') return [];
    const target = targetOf(evaluation.expression(name, source), name, source);
    return target === undefined ? [] : [{ ...target, by: 'decorated' as const, evidence: 'sure' as const }];
  });
};
