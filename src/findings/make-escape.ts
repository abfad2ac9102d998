import type { Launch } from '../promises/launch.ts';
import type { Node } from '../syntax/source.ts';
import type { Escape, FormName } from './finding.ts';
import type { Ground } from '../ownership/context.ts';
import type { Options } from './options.ts';
import type { Lost } from '../ownership/owner.ts';
import { calleeText, chainRoot } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { isCall } from '../syntax/walk.ts';
import { answeringOf } from '../ownership/answers/continuation.ts';
import { noteFor } from './notes.ts';
import { remediesFor } from './remedies.ts';

/** Whether what is lost answers the request after all, so that it is no finding. */
export function isAnswered(call: Node, lost: Lost, ground: Ground, options: Options): boolean {
  if (lost.form === 'answered' || lost.form === 'mapped') return false;
  const answering = answeringOf(call, lost, ground);
  return answering === 'yes' || (answering === 'only when it succeeds' && !options.strict);
}

/** Puts form, way of the loss and evidence together. */
export function makeEscape(
  form: FormName,
  launch: Node,
  lost: Lost,
  { evidence, enqueue }: Launch,
  ground: Ground,
): Escape {
  const note = noteFor(form, launch, lost, ground);
  return {
    form,
    launch,
    node: lost.node,
    site: lost.site,
    callee: calleeOf(form, launch, lost),
    evidence,
    remedies: remediesFor(form, launch, lost, enqueue === true, ground),
    ...(note !== undefined && { note }),
  };
}

/** What the message names: for a dropped `map` or callback, the call that drops. */
function calleeOf(form: FormName, launch: Node, lost: Lost): string {
  if (form === 'callback' && isFunction(launch)) return calleeText(lost.site);
  if (form === 'mapped') {
    const node = unwrap(lost.node);
    return calleeText(wrapped(node));
  }
  const root = chainRoot(launch);
  return calleeText(isCall(root) ? root : launch);
}
