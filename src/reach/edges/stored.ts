import type { Edge, EdgesOf } from './edge.ts';
import { propertyName } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { idOf } from '../function-key.ts';
import { overridesOf } from './overrides.ts';
import { possibleValues } from './possible-values.ts';
import { asName, targetOf } from './target.ts';

/**
 * `this.hooks[id]()`, `for (const hook of hooks) hook.run()`: calls of functions that are stored in a field, under a
 * key or in a table.
 */
export const stored: EdgesOf = (call, source, { undecorated }) => {
  if (call.type !== 'CallExpression') return [];
  const name = asName(call.callee);
  if (name === undefined) return [];
  const value = undecorated.expression(name, source);
  if (value?.kind === 'function' && isFunction(value.node)) return [];
  if (value?.kind === 'external' && value.module !== 'global') return [];
  const edges = new Map<string, Edge>();
  for (const possible of possibleValues(name, source, undecorated)) {
    if (possible.kind !== 'function') continue;
    const target = targetOf(possible, name, source);
    if (target !== undefined) edges.set(idOf(target.to), { ...target, by: 'stored', evidence: 'sure' });
    else if (name.type === 'MemberExpression')
      for (const edge of overridesOf(possible, propertyName(name) ?? '', name, source, undecorated))
        edges.set(idOf(edge.to), edge);
  }
  return [...edges.values()];
};
