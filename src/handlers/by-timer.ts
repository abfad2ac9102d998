import type { Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Handler } from './handler.ts';
import { UNKNOWN_SERVER } from '../catalog/roles.ts';
import { enclosingFunction } from '../syntax/function.ts';
import { outlineOf } from '../syntax/walk.ts';
import { functionsOf } from './functions.ts';
import { mayServe } from './servers.ts';

const TIMERS: ReadonlySet<string> = new Set(['setInterval', 'setTimeout', 'setImmediate']);

/**
 * The callbacks of timers that startup code sets: at the top level of a file, or in a lifecycle hook.
 *
 * @param known - the handlers already found in the file
 */
export function timerHandlers(source: Source, evaluation: Evaluation, known: readonly Handler[]): Handler[] {
  if (!/\bset(?:Interval|Timeout|Immediate)\b/.test(source.text) || !mayServe(source, evaluation)) return [];
  const hooks = new Set(known.filter(({ kind }) => kind === 'lifecycle').map(({ node }) => node));
  return outlineOf(source).calls.flatMap((call) => {
    const [callback] = call.type === 'CallExpression' ? call.arguments : [];
    if (call.type !== 'CallExpression' || callback === undefined) return [];
    const around = enclosingFunction(call);
    if (around !== undefined && !hooks.has(around)) return [];
    const value = evaluation.expression(call.callee, source);
    const name = value?.kind === 'external' ? value.steps[0] : undefined;
    if (value?.kind !== 'external' || name === undefined || !TIMERS.has(name)) return [];
    if (!/^(?:global|timers)$/.test(value.module) || value.steps.length > 1) return [];
    return functionsOf(callback, source, evaluation).map(({ node, source: home }): Handler => ({
      node,
      source: home,
      entry: UNKNOWN_SERVER,
      kind: 'timer',
      by: 'registration',
      route: name,
    }));
  });
}
