import type { Launch } from '../promises/launch.ts';
import type { Node } from '../syntax/source.ts';
import type { Ground } from './ground.ts';
import { variableOf } from '../syntax/binding.ts';
import { enclosingFunction, parameterTarget } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';

/** A call of the `next` parameter, in a framework where it returns the promise of everything downstream. */
export function middlewareLaunch(call: Node, ground: Ground): Launch | undefined {
  if (call.type !== 'CallExpression') return undefined;
  const callee = unwrap(call.callee);
  const variable = callee.type === 'Identifier' ? variableOf(callee, ground.source) : undefined;
  if (variable === undefined) return undefined;
  for (let fn = enclosingFunction(call); fn !== undefined; fn = enclosingFunction(fn)) {
    const entry = ground.entryOf(fn);
    if (entry?.continuation === undefined) continue;
    const parameter = fn.params[entry.continuation];
    if (parameter !== undefined && variableOf(parameterTarget(parameter), ground.source) === variable) {
      return { verdict: 'promise', evidence: { step: 'catalog', why: `${entry.name}'s next() yields the promise of all that follows` } };
    }
  }
  return undefined;
}
