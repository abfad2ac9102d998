import type { Finding } from '../../findings/finding.ts';
import type { RewriteContext } from '../context.ts';
import { isLastEvent } from '../../findings/stop-events.ts';
import { runsInBrowser } from '../../handlers/in-browser.ts';
import { contains } from '../../syntax/position.ts';
import { hooksIn } from '../drain/hooks.ts';
import { whyNotHeld } from './held.ts';
import { whyWrittenElsewhere } from './written-elsewhere.ts';

/** Why this loss must never become a task, whatever its form; undefined if it may. */
export function whyNever(
  { launch, site, stopEvent }: Finding,
  context: RewriteContext,
): { code: string; reason: string } | undefined {
  const { source, evaluation } = context;
  if (runsInBrowser(launch, source, evaluation))
    return { code: 'browser', reason: 'This code runs in the browser, where no server waits for a task.' };
  const elsewhere = whyWrittenElsewhere(source, evaluation.workspace);
  if (elsewhere !== undefined) return { code: 'written-elsewhere', reason: elsewhere };
  if (isLastEvent(stopEvent))
    return {
      code: 'last-event',
      reason: 'The process ends right after this event, so no task is waited for: do this work with synchronous calls.',
    };
  const stops = hooksIn(source, evaluation).some(
    ({ call, place }) =>
      call === site || contains(call, launch) || (place?.source === source && contains(place.fn, launch)),
  );
  return stops
    ? {
        code: 'signal-handler',
        reason: 'It runs when the process receives a stop signal: await it there.',
      }
    : whyNotHeld(launch, context);
}
