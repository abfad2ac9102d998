import type { Evaluation } from '../../values/evaluation.ts';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Node, Source } from '../../syntax/source.ts';
import { LISTENS, STOP_SIGNALS } from '../../catalog/streams-and-events.ts';
import { methodCall } from '../../syntax/call.ts';
import { staticText } from '../../syntax/literal.ts';
import { outlineOf } from '../../syntax/walk.ts';
import { functionOf } from '../../values/function-of.ts';
import { isProcess } from '../../values/process.ts';

/** What a program runs when it is told to stop. */
export interface ShutdownHook {
  /** The call that registers it. */
  readonly call: Node;
  /** The signal, if the call names it. */
  readonly signal: string | undefined;
  /** The function, with its file; undefined when it cannot be seen. */
  readonly place: { readonly fn: FunctionNode; readonly source: Source } | undefined;
}

/**
 * The functions that a file passes to `process.on('SIGTERM', …)` and similar calls, including in a loop over signal
 * names.
 */
export function hooksIn(source: Source, evaluation: Evaluation): ShutdownHook[] {
  if (!/['"`]SIG(?:TERM|INT)['"`]/.test(source.text)) return [];
  return outlineOf(source).calls.flatMap((node): ShutdownHook[] => {
    const found = methodCall(node);
    const awaited = found === undefined ? waitsForSignal(node, source, evaluation) : undefined;
    if (awaited !== undefined) return [{ call: node, signal: awaited, place: undefined }];
    if (found === undefined || !LISTENS.has(found.method) || !isProcess(found.object, source, evaluation)) return [];
    const [event, listener] = found.call.arguments;
    const name = staticText(event);
    if (listener === undefined || (name !== undefined && !isStopSignal(name))) return [];
    return [{ call: node, signal: name, place: functionAt(listener, source, evaluation) }];
  });
}

/** `await once(process, 'SIGTERM')`: what comes after it runs at shutdown. */
function waitsForSignal(node: Node, source: Source, evaluation: Evaluation): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'once')
    return undefined;
  const [emitter, event] = node.arguments;
  const name = staticText(event);
  return emitter !== undefined && isProcess(emitter, source, evaluation) && isStopSignal(name) ? name : undefined;
}

function isStopSignal(name: string | undefined): boolean {
  return name !== undefined && STOP_SIGNALS.test(name);
}

/** The function that does the work of an expression: for `() => shutdown('SIGTERM')`, it is `shutdown`. */
function functionAt(expression: Node, source: Source, evaluation: Evaluation, depth = 0): ShutdownHook['place'] {
  const place = functionOf(expression, source, evaluation);
  const only = place === undefined ? undefined : onlyCallOf(place.fn);
  if (place === undefined || only === undefined || depth > 3) return place;
  return functionAt(only, place.source, evaluation, depth + 1) ?? place;
}

/** The callee of a function that only makes one call. */
function onlyCallOf({ body }: FunctionNode): Node | undefined {
  const statements: readonly Node[] = body.type === 'BlockStatement' ? body.body : [body];
  const [only] = statements;
  if (only === undefined || statements.length > 1) return undefined;
  const expression =
    only.type === 'ExpressionStatement' ? only.expression : only.type === 'ReturnStatement' ? only.argument : only;
  return expression === null ? undefined : calleeOf(expression);
}

/** The callee of `shutdown()`, `void shutdown()`, `await shutdown()`. */
function calleeOf(expression: Node): Node | undefined {
  if (expression.type === 'UnaryExpression' || expression.type === 'AwaitExpression')
    return calleeOf(expression.argument);
  return expression.type === 'CallExpression' ? expression.callee : undefined;
}
