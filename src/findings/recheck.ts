import type { CallNode } from '../syntax/call.ts';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Escape } from './finding.ts';
import type { Options } from './options.ts';
import { escapesAt } from './escapes.ts';
import { contextOf } from './context.ts';

/**
 * Judges calls again that a handler is known to run, and returns what is still lost. A rewrite that fixed its finding
 * leaves nothing.
 */
export function recheck(calls: Iterable<CallNode>, source: Source, options: Options, evaluation: Evaluation): Escape[] {
  const context = contextOf(source, evaluation, options.reach);
  return [...calls].flatMap((call) => escapesAt(call, context, options).escapes);
}
