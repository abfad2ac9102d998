import type { Node } from '../../syntax/source.ts';
import type { Responders } from './responders.ts';
import { ERROR_NAMES, REQUEST_NAMES, RESPONDING_SOCKETS } from '../../catalog/conventions.ts';
import { variableOf } from '../../syntax/binding.ts';
import { methodCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { answersIn, isResponder } from './carriers.ts';
import { settlesAround } from './executor.ts';
import { isNamed } from './responders.ts';

/**
 * How an argument list hands on the duty to answer: with the means to answer, or with a callback that doesn't answer.
 */
export type HandedOn = 'means' | 'callback';

/**
 * Whether an argument list hands on the duty to answer: it carries the response, `next`, or a Node-style callback that
 * answers. If the last argument is a callback that doesn't answer, the callee may report through it alone.
 */
export function handsDutyOn(call: Node, responders: Responders): HandedOn | undefined {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return undefined;
  const [first] = call.arguments;
  // `Promise.resolve(fn(req, res, next)).catch(next)`
  if (first !== undefined && call.arguments.length === 1 && isSettler(call))
    return handsDutyOn(unwrap(first), responders);
  const hasRequest = call.arguments.some((argument) => isNamed(unwrap(argument), REQUEST_NAMES));
  // Nobody waits at a socket for what one of its messages starts. The socket that comes with a request is different:
  // in `upgrade(req, socket)` it is the response.
  const isMeans = (argument: Node): boolean =>
    isResponder(argument, responders) &&
    !isContext(argument, responders) &&
    (hasRequest || !isNamed(unwrap(argument), RESPONDING_SOCKETS));
  if (call.arguments.some(isMeans)) return 'means';
  // `sendTo(res)(rows)`
  const callee = unwrap(call.callee);
  if (callee.type === 'CallExpression' && handsDutyOn(callee, responders) === 'means') return 'means';
  const callbacks = call.arguments.filter(isNodeCallback);
  const last = call.arguments.at(-1);
  if (callbacks.some((callback) => answersIn(callback, responders))) return 'means';
  // `compare(a, b, () => { resolve(1); })`: the callback answers whoever awaits the promise created around it.
  if (last !== undefined && isFunction(unwrap(last)) && settlesAround(last, responders)) return 'means';
  return callbacks.length > 0 && callbacks.at(-1) === last ? 'callback' : undefined;
}

/** Koa's `ctx`: it can answer only while the handler's own promise is pending. */
function isContext(argument: Node, { contexts, source }: Responders): boolean {
  const name = unwrap(argument);
  const variable = name.type === 'Identifier' ? variableOf(name, source) : undefined;
  return variable !== undefined && contexts.has(variable);
}

/** `(err, rows) => …` */
function isNodeCallback(argument: Node): boolean {
  const callback = unwrap(argument);
  const [failure] = isFunction(callback) ? callback.params : [];
  return failure?.type === 'Identifier' && ERROR_NAMES.test(failure.name);
}

/** `Promise.resolve(…)` */
function isSettler(call: Node): boolean {
  const method = methodCall(call);
  const object = method?.method === 'resolve' ? unwrap(method.object) : undefined;
  return object?.type === 'Identifier' && object.name === 'Promise';
}
