import type { FunctionNode } from '../../syntax/function.ts';
import type { Variable } from '../../syntax/scopes/scope.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Context } from '../context.ts';
import { DEFAULT_ANSWERS } from '../../catalog/conventions.ts';
import { LISTENS, WAITS_FOR_EVENT } from '../../catalog/streams-and-events.ts';
import { variableOf } from '../../syntax/binding.ts';
import { lastName, methodCall } from '../../syntax/call.ts';
import { enclosingFunction, parameterTarget } from '../../syntax/function.ts';
import { staticText } from '../../syntax/literal.ts';
import { perSource } from '../../syntax/per-source.ts';
import { KnownAnswers } from '../../syntax/recursion.ts';
import { contains } from '../../syntax/position.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { usesOf } from '../../syntax/uses.ts';
import { answersIn, receiverRoot } from './carriers.ts';
import { mayCause } from './causes-events.ts';
import { isExecutor } from './responders.ts';

/** A promise that an event settles. */
interface Wait {
  readonly promise: Node;
  /** The name of the event; undefined if it is unknown. */
  readonly event: string | undefined;
}

/**
 * `output.on('close', resolve); archive.pipe(output); archive.finalize();`: an event of what a call works on, or of
 * what that is piped into, fulfils a promise. Whoever awaits that promise waits for the work.
 */
export function isSettledByEvents(call: Node, context: Context): boolean {
  const { source } = context;
  if (call.type !== 'CallExpression' || unwrap(call.callee).type === 'Identifier') return false;
  const worked = variableNamed(receiverRoot(call.callee), source);
  if (worked === undefined) return false;
  const own = waitsFor(worked, source);
  const piped = pipedInto(worked, source).flatMap((target) => waitsFor(target, source));
  const waits = [...own, ...piped.map(({ promise }) => ({ promise, event: undefined }))];
  const heard = waits.filter(({ promise }) => isWaitedForAfter(call, promise, context));
  return (
    heard.length > 0 &&
    mayCause(
      call,
      heard.map(({ event }) => event),
      context,
    )
  );
}

/** The promises that the events of an emitter fulfil: by a listener, or by `once(emitter, 'done')`. */
function waitsFor(emitter: Variable, source: Source): readonly Wait[] {
  const known = knownWaits(source);
  const waits = known.get(emitter) ?? findWaits(emitter, source);
  known.set(emitter, waits);
  return waits;
}

/** Each call of a method of an emitter asks for them. */
const knownWaits = perSource(() => new Map<Variable, readonly Wait[]>());

function findWaits(emitter: Variable, source: Source): Wait[] {
  return emitter.references.flatMap(({ identifier }) => {
    const outer = wrapped(identifier);
    const { parent } = outer;
    if (parent?.type === 'CallExpression' && parent.arguments[0] === outer)
      return WAITS_FOR_EVENT.test(lastName(parent)) ? [{ promise: parent, event: eventOf(parent.arguments[1]) }] : [];
    return methodCallsOn(outer).flatMap(({ method, call }) => {
      const executor = LISTENS.has(method) ? executorAround(call) : undefined;
      const isHeard = executor !== undefined && call.arguments.some((given) => fulfils(given, executor, source));
      return isHeard ? [{ promise: executor.parent, event: eventOf(call.arguments[0]) }] : [];
    });
  });
}

function eventOf(name: Node | undefined): string | undefined {
  return name === undefined ? undefined : staticText(name);
}

function executorAround(node: Node): FunctionNode | undefined {
  let fn = enclosingFunction(node);
  while (fn !== undefined && !isExecutor(fn)) fn = enclosingFunction(fn);
  return fn;
}

/** Whether a listener fulfils the promise of an executor, at once or later: `resolve`, and not `reject`. */
function fulfils(listener: Node, { params: [first] }: FunctionNode, source: Source): boolean {
  const fulfil = first === undefined ? undefined : variableOf(parameterTarget(first), source);
  if (fulfil === undefined) return false;
  const variables = new Set([fulfil]);
  const carriers = { known: new KnownAnswers<true>() };
  const none = new Set<Variable>();
  return answersIn(listener, {
    source,
    variables,
    answers: DEFAULT_ANSWERS,
    contexts: none,
    settlers: variables,
    carriers,
  });
}

/**
 * Whether a call is inside the code that makes a promise, or before the place that waits for it. The promise around a
 * call is judged by itself.
 */
function isWaitedForAfter(call: Node, promise: Node, context: Context): boolean {
  if (contains(promise, call)) return true;
  const around = enclosingFunction(promise);
  if (around === undefined || !contains(around, call)) return false;
  const isLater = (node: Node): boolean => node.range[1] > call.range[1];
  return usesOf(promise, context.source).some(isLater) && context.ownershipOf(promise).kind === 'owned';
}

function pipedInto(stream: Variable, source: Source): Variable[] {
  return stream.references
    .flatMap(({ identifier }) => methodCallsOn(wrapped(identifier)))
    .flatMap(({ method, call }) => {
      const [target] = method === 'pipe' ? call.arguments : [];
      return (target === undefined ? undefined : variableNamed(target, source)) ?? [];
    });
}

/** The calls of methods on an object, one after the other: `job.on('error', reject).on('done', resolve)`. */
function methodCallsOn(object: Node): NonNullable<ReturnType<typeof methodCall>>[] {
  const member = object.parent;
  const call = member?.type === 'MemberExpression' && member.object === object ? wrapped(member).parent : undefined;
  const method = call == null ? undefined : methodCall(call);
  return method === undefined ? [] : [method, ...methodCallsOn(wrapped(method.call))];
}

function variableNamed(name: Node, source: Source): Variable | undefined {
  const node = unwrap(name);
  return node.type === 'Identifier' ? variableOf(node, source) : undefined;
}
