import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { PlacedFunction } from '../values/function-of.ts';
import type { FindingContext } from './context.ts';
import type { Loss } from './make-escape.ts';
import { methodCall } from '../syntax/call.ts';
import { isExit } from '../syntax/exit.ts';
import { staticText } from '../syntax/literal.ts';
import { perSource } from '../syntax/per-source.ts';
import { isGlobal } from '../syntax/promise-call.ts';
import { outlineOf, someIn, someOwn, walk } from '../syntax/walk.ts';
import { functionOf } from '../values/function-of.ts';
import { mayReject, mayRejectAfter } from './rejecting.ts';

/**
 * Whether a rejection of the lost promise hardly ever ends the process: its chain handles it, the called function
 * catches everything, or the file listens to all unhandled rejections.
 */
export function isHandled(loss: Loss, context: FindingContext): boolean {
  return !staysUnhandled(loss, context) || listensToRejections(context);
}

/** Whether a rejection passes through the whole chain, or one of its links causes another. */
export function staysUnhandled({ launch, lost }: Loss, context: FindingContext): boolean {
  return mayRejectAfter(lost.links, mayReject(launch, context), context);
}

function listensToRejections({ source, evaluation }: FindingContext): boolean {
  return listenersIn(source).some((listener) => {
    const found = functionOf(listener, source, evaluation);
    return found === undefined || !(throwsIn(found.fn.body) || mayExit(found, evaluation));
  });
}

/** How many levels of called functions are searched. */
const DEEPEST = 3;

/** Whether a function ends the process, now or later: `setTimeout(() => process.exit(1))`, `shutdown()`. */
function mayExit(start: PlacedFunction, evaluation: Evaluation): boolean {
  const searched = new Set<FunctionNode>([start.fn]);
  let level = [start];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (level.some(({ fn, source }) => someIn(fn.body, (node) => isExit(node, source)))) return true;
    if (depth === DEEPEST) return false;
    level = level.flatMap((place) => newlyCalled(place, searched, evaluation));
  }
  return false;
}

/** The functions that a function calls and that have not been searched, each once. */
function newlyCalled(
  { fn, source }: PlacedFunction,
  searched: Set<FunctionNode>,
  evaluation: Evaluation,
): PlacedFunction[] {
  const found: PlacedFunction[] = [];
  walk(fn.body, (node) => {
    const called = node.type === 'CallExpression' ? functionOf(node.callee, source, evaluation) : undefined;
    if (called === undefined || searched.has(called.fn)) return;
    searched.add(called.fn);
    found.push(called);
  });
  return found;
}

/** The listeners that a file passes to `process.on('unhandledRejection', …)`. */
const listenersIn = perSource((source: Source): readonly Node[] => {
  if (!EVENT.test(source.text)) return [];
  return outlineOf(source).calls.flatMap((node) => {
    const found = methodCall(node);
    if (found === undefined || !isGlobal(found.object, 'process', source)) return [];
    const [event, listener] = found.call.arguments;
    // `once` would leave the second rejection unhandled.
    const listens = /^(?:on|addListener|prependListener)$/.test(found.method) && EVENT.test(staticText(event) ?? '');
    return listens && listener !== undefined ? [listener] : [];
  });
});

/** Node passes an unhandled rejection to either event. */
const EVENT = /\b(?:unhandledRejection|uncaughtException)\b/;

function throwsIn(body: Node): boolean {
  return someOwn(body, ({ type }) => type === 'ThrowStatement');
}
