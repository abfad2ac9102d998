import type { TSESTree } from '@typescript-eslint/types';
import type { Start } from '../../catalog/entry.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Node, Source } from '../../syntax/source.ts';
import { methodCall } from '../../syntax/call.ts';
import { wrapped } from '../../syntax/unwrap.ts';
import { outlineOf } from '../../syntax/walk.ts';
import { isBeside, isEndedByRequest } from './short-lived.ts';

/** A call that starts a server. */
export interface ServerStart {
  readonly call: TSESTree.CallExpression;
  readonly start: Start;
  /** The call with chained calls that also return the server: `app.listen(3000).on('error', log)`. */
  readonly whole: Node;
}

/** The calls of a file that start a server which lives as long as the program, in source order. */
export function startsIn(source: Source, evaluation: Evaluation): ServerStart[] {
  return outlineOf(source).calls.flatMap((call) => {
    if (call.type !== 'CallExpression') return [];
    // A function of the package that returns the server starts it elsewhere.
    if (evaluation.expression(call.callee, source)?.kind === 'function') return [];
    const value = evaluation.expression(call, source);
    const start = value?.kind === 'external' ? evaluation.catalog.starts.find(value) : undefined;
    const whole = chainAround(call);
    return start === undefined || isBeside(call, whole, source) || isEndedByRequest(call, whole, source)
      ? []
      : [{ call, start, whole }];
  });
}

function chainAround(call: Node): Node {
  const outer = wrapped(call);
  const next =
    outer.parent?.type === 'MemberExpression' && outer.parent.object === outer
      ? wrapped(outer.parent).parent
      : undefined;
  const link = next == null ? undefined : methodCall(next);
  return link !== undefined && next != null && /^(?:on|once|addListener|ref|unref|setTimeout)$/.test(link.method)
    ? chainAround(next)
    : outer;
}

/** The calls by which a library closes the server on a signal. */
export function shutdownsIn(source: Source, evaluation: Evaluation): Node[] {
  return outlineOf(source).calls.filter((call) => {
    const value = evaluation.expression(call, source);
    return value?.kind === 'external' && evaluation.catalog.shutdowns.find(value) !== undefined;
  });
}
