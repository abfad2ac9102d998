import type { Node, Source } from '../syntax/source.ts';
import type { Escape } from './finding.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { LAST_EVENTS, LISTENS, STOP_SIGNALS } from '../catalog/streams-and-events.ts';
import { methodCall } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { staticText } from '../syntax/literal.ts';
import { wrapped } from '../syntax/unwrap.ts';
import { isProcess } from '../values/process.ts';

/**
 * The event of the process in whose listener a launch stands, or that it is the listener of, if the process ends with
 * that: `SIGTERM`, `exit`.
 */
export function stopEventAt(launch: Node, source: Source, evaluation: Evaluation): string | undefined {
  for (let at = launch; at.parent != null; at = at.parent) {
    const event = at === launch || isFunction(at) ? processEvent(wrapped(at).parent, source, evaluation) : undefined;
    if (event !== undefined && (STOP_SIGNALS.test(event) || LAST_EVENTS.test(event))) return event;
  }
  return undefined;
}

/** Whether a launch is itself the listener of such an event, which nothing awaits. */
export function isListenerItself({ form, launch, site }: Pick<Escape, 'form' | 'launch' | 'site'>): boolean {
  return form === 'callback' && wrapped(launch).parent === site;
}

/** Whether the process ends right after an event's listeners, whatever they wait for. */
export function isLastEvent(event: string | undefined): boolean {
  return event !== undefined && LAST_EVENTS.test(event);
}

/** The event that a call listens to, on the process. */
function processEvent(call: Node | undefined, source: Source, evaluation: Evaluation): string | undefined {
  const found = call === undefined ? undefined : methodCall(call);
  if (found === undefined || !LISTENS.has(found.method) || !isProcess(found.object, source, evaluation))
    return undefined;
  return staticText(found.call.arguments[0]);
}
