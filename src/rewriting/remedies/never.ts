import type { Finding } from '../../findings/finding.ts';
import type { Node } from '../../syntax/source.ts';
import type { RewriteContext } from '../context.ts';
import { runsInBrowser } from '../../handlers/in-browser.ts';
import { leadsToExit } from '../../ownership/index.ts';
import { chainRoot } from '../../syntax/call.ts';
import { neverEnds } from '../../syntax/endless.ts';
import { isFunction } from '../../syntax/function.ts';
import { contains } from '../../syntax/position.ts';
import { hooksIn } from '../drain/hooks.ts';
import { whyWrittenElsewhere } from './written-elsewhere.ts';

/** Why what is lost here is never to be a task, whatever its form; undefined where it may be one. */
export function whyNever(
  { launch, site }: Finding,
  context: RewriteContext,
): { code: string; reason: string } | undefined {
  const { source, evaluation } = context;
  if (runsInBrowser(launch, source))
    return { code: 'browser', reason: 'This code runs in the browser, where no server waits for a task.' };
  const elsewhere = whyWrittenElsewhere(source);
  if (elsewhere !== undefined) return { code: 'written-elsewhere', reason: elsewhere };
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

/** Why the function that a launch runs is to be no task, as its body shows. */
function whyNotHeld(
  launch: Node,
  { source, evaluation }: RewriteContext,
): { code: string; reason: string } | undefined {
  const root = chainRoot(launch);
  const called = root.type === 'CallExpression' ? evaluation.expression(root.callee, source) : undefined;
  const fn = isFunction(launch) ? launch : called?.kind === 'function' ? called.node : undefined;
  if (fn === undefined || !isFunction(fn)) return undefined;
  if (neverEnds(fn.body))
    return {
      code: 'never-ends',
      reason: 'It never ends, so a shutdown would wait for it until the limit: stop its loop at shutdown.',
    };
  const file = called?.kind === 'function' && !isFunction(launch) ? called.source : source;
  return leadsToExit(fn.body, file)
    ? {
        code: 'ends-process',
        reason: 'It ends the process. As a task it would also wait for itself in a drain: await it.',
      }
    : undefined;
}
