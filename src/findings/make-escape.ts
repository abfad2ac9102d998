import type { Context, Lost } from '../ownership/index.ts';
import type { Launch } from '../promises/launch.ts';
import type { Node } from '../syntax/source.ts';
import type { FindingContext } from './context.ts';
import type { Escape } from './finding.ts';
import type { FormName } from './forms.ts';
import type { Options } from './options.ts';
import { answeringOf } from '../ownership/index.ts';
import { calleeText, chainRoot } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { isCall } from '../syntax/walk.ts';
import { FORMS } from './forms.ts';
import { isHandled } from './handled.ts';
import { noteFor } from './notes.ts';
import { remediesFor } from './remedies.ts';
import { slipOf } from './slips.ts';
import { stopEventAt } from './stop-events.ts';

/** A launch without an owner, as it was found. */
export interface Loss {
  readonly form: FormName;
  readonly launch: Node;
  readonly lost: Lost;
  /** The evidence that it is a launch. */
  readonly known: Launch;
}

/** Whether the lost promise answers the request after all, so that there is no finding. */
export function isAnswered(call: Node, lost: Lost, context: Context, { strict }: Options): boolean {
  if (!FORMS[lost.form].mayAnswer) return false;
  const answering = answeringOf(call, lost, context);
  return answering === 'yes' || (answering === 'only when it succeeds' && !strict);
}

/** Combines the form, the loss and the evidence. */
export function makeEscape(loss: Loss, context: FindingContext): Escape {
  const { form, launch, lost, known } = loss;
  const slip = slipOf(loss, context);
  const stopEvent = stopEventAt(launch, context.source, context.evaluation);
  const note = slip?.why ?? noteFor(loss, context);
  return {
    form,
    launch,
    node: lost.node,
    site: lost.site,
    callee: calleeOf(loss),
    evidence: known.evidence,
    ...(lost.becomes !== undefined && { becomes: lost.becomes }),
    ...(lost.use !== undefined && { use: lost.use }),
    remedies: remediesFor(loss, slip !== undefined, context),
    ...(slip !== undefined && { slip }),
    ...(known.enqueue === true && { enqueue: true as const }),
    ...(isHandled(loss, context) && { handled: true as const }),
    ...(stopEvent !== undefined && { stopEvent }),
    ...(note !== undefined && { note }),
  };
}

/** The callee that the message names. */
function calleeOf({ form, launch, lost }: Loss): string {
  const { subject } = FORMS[form];
  // If the launch is a call inside the callback, naming that call says more.
  if (subject === 'dropping call' && isFunction(launch)) return calleeText(lost.site);
  if (lost.becomes === 'predicate') return calleeText(lost.site);
  if (subject === 'array') return calleeText(wrapped(unwrap(lost.node)));
  const root = chainRoot(launch);
  return calleeText(isCall(root) ? root : launch);
}
