import type { Launch } from '../promises/launch.ts';
import type { CallNode } from '../syntax/call.ts';
import type { Node } from '../syntax/source.ts';
import type { Escape } from './finding.ts';
import type { FindingContext } from './context.ts';
import type { Options } from './options.ts';
import type { Lost } from '../ownership/index.ts';
import { isFunction } from '../syntax/function.ts';
import { isKeptInterval } from '../syntax/kept-interval.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { functionOf } from '../values/function-of.ts';
import { returnsOf } from '../values/results.ts';
import { droppedFunctions, mappingArgument, ownershipOfMapped, predicateOf } from '../ownership/index.ts';
import { isAnswered, makeEscape } from './make-escape.ts';
import { waits } from './waits.ts';

/** The escapes of async functions, or names of them, passed to an API that drops their promises. */
export function findCallbacks(call: CallNode, context: FindingContext, options: Options): Escape[] {
  if (call.type !== 'CallExpression' || !call.arguments.some(mayLaunch)) return [];
  const isTimer = isKeptInterval(call, context.source);
  if (isTimer && !options.strict && !options.kinds.includes('timer')) return [];
  return droppedFunctions(call, context).flatMap((given) => callbackEscape(given, call, context, options) ?? []);
}

function callbackEscape(argument: Node, call: CallNode, context: FindingContext, options: Options): Escape | undefined {
  const callback = unwrap(argument);
  if (isHandler(callback, context)) return undefined;
  const launch = callbackLaunch(callback, context);
  if (launch === undefined) return undefined;
  const lost: Lost = { kind: 'lost', form: 'callback', node: argument, site: call, links: [] };
  if (isAnswered(callback, lost, context, options)) return undefined;
  return makeEscape({ form: 'callback', launch: callback, lost, known: launch }, context);
}

/** Whether a callback is a handler of its own, in which its body is judged: `socket.on('close', async () => …)`. */
function isHandler(callback: Node, context: FindingContext): boolean {
  if (isFunction(callback)) return context.entryOf(callback) !== undefined;
  const named = functionOf(callback, context.source, context.evaluation);
  return named !== undefined && context.makesHandler(named.fn);
}

/** The escape of an async callback whose promises a test or comparison takes for results: `items.filter(async …)`. */
export function findPredicate(call: CallNode, context: FindingContext): Escape | undefined {
  if (call.type !== 'CallExpression' || !call.arguments.some(mayLaunch)) return undefined;
  const argument = predicateOf(call, context);
  const callback = argument === undefined ? undefined : unwrap(argument);
  const launch = callback === undefined ? undefined : callbackLaunch(callback, context);
  if (argument === undefined || callback === undefined || launch === undefined) return undefined;
  const lost: Lost = {
    kind: 'lost',
    form: 'answered',
    node: argument,
    site: call,
    links: [],
    becomes: 'predicate',
    use: argument,
  };
  return makeEscape({ form: 'answered', launch: callback, lost, known: launch }, context);
}

/** The escape of an array of promises that `map` makes and nothing awaits. */
export function findMapped(call: CallNode, context: FindingContext): Escape | undefined {
  const argument = mappingArgument(call, context);
  if (argument === undefined) return undefined;
  const ownership = ownershipOfMapped(call, context);
  if (ownership.kind === 'owned') return undefined;
  const known = mappedLaunch(unwrap(argument), context);
  return known === undefined
    ? undefined
    : makeEscape({ form: ownership.form, launch: call, lost: ownership, known }, context);
}

/** A callback of `map` launches if it is async or returns a promise. */
function mappedLaunch(callback: Node, context: FindingContext): Launch | undefined {
  const direct = callbackLaunch(callback, context);
  if (direct !== undefined || !isFunction(callback)) return direct;
  for (const returned of returnsOf(callback, context.source)) {
    const launch = context.oracle.launchOf(returned, context.source);
    if (launch?.verdict === 'promise') return launch;
  }
  return undefined;
}

/** Whether an argument may be an asynchronous function: it is async, or a name. */
function mayLaunch(argument: Node): boolean {
  const callback = unwrap(argument);
  return isFunction(callback) ? callback.async : callback.type === 'Identifier' || callback.type === 'MemberExpression';
}

function callbackLaunch(callback: Node, { oracle, source }: FindingContext): Launch | undefined {
  if (isFunction(callback)) {
    return callback.generator || !callback.async || !waits(callback)
      ? undefined
      : { verdict: 'promise', evidence: { step: 'syntax', why: 'async function' } };
  }
  if (callback.type !== 'Identifier' && callback.type !== 'MemberExpression') return undefined;
  const launch = oracle.launchWhenCalled(callback, source);
  return launch?.verdict === 'promise' ? launch : undefined;
}
