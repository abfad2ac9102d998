import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import { LISTENS } from '../../catalog/conventions.ts';
import { methodCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { staticText } from '../../syntax/literal.ts';
import { isProcess } from '../drain/hooks.ts';

/** Events of the process after whose listeners it ends at once, whatever still runs. */
const LAST = /^(?:exit|uncaughtExceptionMonitor)$/;

/** Whether a launch, or the listener that is one, stands in a listener for such an event. */
export function isAtLastEvent(launch: Node, source: Source, evaluation: Evaluation): boolean {
  for (let at = launch; at.parent != null; at = at.parent)
    if (isFunction(at) && isLastListener(at.parent, source, evaluation)) return true;
  return false;
}

function isLastListener(call: Node, source: Source, evaluation: Evaluation): boolean {
  const found = methodCall(call);
  if (found === undefined || !LISTENS.has(found.method)) return false;
  return LAST.test(staticText(found.call.arguments[0]) ?? '') && isProcess(found.object, source, evaluation);
}
