import type { EdgesOf } from './edge.ts';
import { functionsOf } from '../../handlers/functions.ts';
import { isFunction } from '../../syntax/function.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { keyOf } from '../function-key.ts';
import { runsParameter } from './parameters.ts';
import { asName, targetOf } from './target.ts';

/** `save(order)` after `const save = retrying(async (order) => …)`: a call of the wrapper runs the wrapped function. */
export const wrappedInCall: EdgesOf = (call, source, { undecorated }) => {
  if (call.type !== 'CallExpression') return [];
  const name = asName(call.callee);
  const place = name === undefined ? undefined : undecorated.follow(name, source);
  const made = place === undefined ? undefined : unwrap(place.node);
  if (name === undefined || place === undefined || made?.type !== 'CallExpression') return [];
  const wrapper = undecorated.expression(made.callee, place.source);
  return made.arguments.flatMap((argument, index) => {
    const node = unwrap(argument);
    if (!isFunction(node) && asName(node) === undefined) return [];
    if (wrapper?.kind === 'function' && isFunction(wrapper.node) && !runsParameter(wrapper.node, index, wrapper.source))
      return [];
    return functionsOf(node, place.source, undecorated).map((found) => ({
      to: keyOf(found.node, found.source),
      ...through(targetOf({ kind: 'function', ...found }, name, source)),
      by: 'wrapped' as const,
      evidence: 'sure' as const,
    }));
  });
};

function through(target: ReturnType<typeof targetOf>): { through?: string } {
  return target?.through === undefined ? {} : { through: target.through };
}
