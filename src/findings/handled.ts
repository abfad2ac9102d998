import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { PlacedFunction } from '../values/function-of.ts';
import type { FindingContext } from './context.ts';
import type { Loss } from './make-escape.ts';
import { methodCall } from '../syntax/call.ts';
import { isExit } from '../syntax/exit.ts';
import { isFunction } from '../syntax/function.ts';
import { staticText } from '../syntax/literal.ts';
import { perSource } from '../syntax/per-source.ts';
import { isGlobal } from '../syntax/promise-call.ts';
import { outlineOf, someIn } from '../syntax/walk.ts';
import { functionOf } from '../values/function-of.ts';
import { mayReject, mayRejectAfter } from './rejecting.ts';

/**
 * Whether a rejection of what is lost hardly ever ends the process: its chain takes it, the function that gives it
 * catches all that it does, or the file listens to all that are not handled.
 */
export function isHandled(loss: Loss, context: FindingContext): boolean {
  return !staysUnhandled(loss, context) || listensToRejections(context);
}

/** Whether a rejection goes through the whole chain, or a link of it makes another one. */
export function staysUnhandled({ launch, lost }: Loss, context: FindingContext): boolean {
  return mayRejectAfter(lost.links, mayReject(launch, context), context);
}

function listensToRejections({ source, evaluation }: FindingContext): boolean {
  return listenersIn(source).some((listener) => {
    const found = functionOf(listener, source, evaluation);
    return found === undefined || !(throwsIn(found.fn.body) || mayExit(found, evaluation));
  });
}

/** Functions that a listener calls are looked into so deep. */
const DEEPEST = 3;

/** Whether a function ends the process, if only later: `setTimeout(() => process.exit(1))`, `shutdown()`. */
function mayExit({ fn, source }: PlacedFunction, evaluation: Evaluation, depth = 0): boolean {
  return someIn(fn.body, (node) => {
    if (isExit(node, source)) return true;
    const called = node.type === 'CallExpression' ? functionOf(node.callee, source, evaluation) : undefined;
    return called !== undefined && depth < DEEPEST && mayExit(called, evaluation, depth + 1);
  });
}

/** What a file gives to `process.on('unhandledRejection', …)`. */
const listenersIn = perSource((source: Source): readonly Node[] => {
  if (!EVENT.test(source.text)) return [];
  return outlineOf(source).calls.flatMap((node) => {
    const found = methodCall(node);
    if (found === undefined || !isGlobal(found.object, 'process', source)) return [];
    const [event, listener] = found.call.arguments;
    // One that is called once leaves the second rejection to nobody.
    const listens = /^(?:on|addListener|prependListener)$/.test(found.method) && EVENT.test(staticText(event) ?? '');
    return listens && listener !== undefined ? [listener] : [];
  });
});

/** Node gives a rejection that nobody handles to either. */
const EVENT = /\b(?:unhandledRejection|uncaughtException)\b/;

function throwsIn(body: Node): boolean {
  return someIn(
    body,
    ({ type }) => type === 'ThrowStatement',
    (node) => !isFunction(node),
  );
}
