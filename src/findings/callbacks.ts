import type { Launch } from '../promises/launch.ts';
import type { CallNode } from '../syntax/call.ts';
import type { Node } from '../syntax/source.ts';
import type { Escape } from './finding.ts';
import type { Ground } from '../ownership/context.ts';
import type { Options } from './options.ts';
import type { Lost } from '../ownership/owner.ts';
import { methodCall } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { returnedExpressions } from '../values/results.ts';
import { droppedArgument } from '../ownership/consumer.ts';
import { fateOfMapped } from '../ownership/ownership.ts';
import { isAnswered, makeEscape } from './make-escape.ts';
import { waits } from './waits.ts';

/** The escape of a function given to an API that drops its promise: an async function, or the name of one. */
export function findCallback(call: CallNode, ground: Ground, options: Options): Escape | undefined {
  if (call.type !== 'CallExpression' || !call.arguments.some(mayLaunch)) return undefined;
  const argument = droppedArgument(call, ground);
  if (argument === undefined) return undefined;
  const callback = unwrap(argument);
  if (isFunction(callback) && ground.entryOf(callback) !== undefined) return undefined;
  const launch = callbackLaunch(callback, ground);
  if (launch === undefined) return undefined;
  const lost: Lost = { kind: 'lost', form: 'callback', node: argument, site: call, links: [] };
  if (isAnswered(callback, lost, ground, options)) return undefined;
  return makeEscape('callback', callback, lost, launch, ground);
}

/** The escape of an array of promises that `map` makes and nothing awaits. */
export function findMapped(call: CallNode, ground: Ground): Escape | undefined {
  const method = methodCall(call);
  const [argument] = method?.call.arguments ?? [];
  if (argument === undefined || (method?.method !== 'map' && method?.method !== 'flatMap')) return undefined;
  const fate = fateOfMapped(call, ground);
  if (fate.kind === 'owned') return undefined;
  const launch = mappedLaunch(unwrap(argument), ground);
  return launch === undefined ? undefined : makeEscape(fate.form, call, fate, launch, ground);
}

/** A callback of `map` launches when it is async, or when what it returns is a promise. */
function mappedLaunch(callback: Node, ground: Ground): Launch | undefined {
  const direct = callbackLaunch(callback, ground);
  if (direct !== undefined || !isFunction(callback)) return direct;
  for (const returned of returnedExpressions(callback)) {
    const launch = ground.oracle.launchOf(returned, ground.source);
    if (launch?.verdict === 'promise') return launch;
  }
  return undefined;
}

/** Whether a function is given that may be asynchronous: an async one, or a name. */
function mayLaunch(argument: Node): boolean {
  const callback = unwrap(argument);
  return isFunction(callback) ? callback.async : callback.type === 'Identifier' || callback.type === 'MemberExpression';
}

function callbackLaunch(callback: Node, { oracle, source }: Ground): Launch | undefined {
  if (isFunction(callback)) {
    return callback.generator || !callback.async || !waits(callback)
      ? undefined
      : { verdict: 'promise', evidence: { step: 'syntax', why: 'async function' } };
  }
  if (callback.type !== 'Identifier' && callback.type !== 'MemberExpression') return undefined;
  const launch = oracle.launchWhenCalled(callback, source);
  return launch?.verdict === 'promise' ? launch : undefined;
}
