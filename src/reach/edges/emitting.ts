import type { CallNode } from '../../syntax/call.ts';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { EventName } from './event-names.ts';
import { EMITS, LISTENS } from '../../catalog/streams-and-events.ts';
import { readsOf, variableOf } from '../../syntax/binding.ts';
import { calleeText, methodCall } from '../../syntax/call.ts';
import { classOfThis, enclosingFunction, isFunction, parameterTarget } from '../../syntax/function.ts';
import { perSource } from '../../syntax/per-source.ts';
import { contains } from '../../syntax/position.ts';
import { parameterNamed } from '../../syntax/parameter.ts';
import { rootOf, unwrap } from '../../syntax/unwrap.ts';
import { outlineOf } from '../../syntax/walk.ts';
import { callSitesOf } from '../../values/call-sites.ts';
import { eventNameOf, mayBeSame } from './event-names.ts';
import { originOf } from './origin.ts';

/** A function that emits on an object the event that its caller names: `fire(name) { this.bus.emit(name) }`. */
export interface Emitting {
  readonly object: Node;
  readonly source: Source;
  /** The place of the event's name among the arguments. */
  readonly event: number;
}

/** A function that adds its argument as a listener: `hear(name, fn) { this.bus.on(name, fn) }`. */
interface Hearing {
  readonly fn: FunctionNode;
  readonly object: Node;
  readonly event: number;
  readonly listener: number;
}

/** What a call emits, if the function that it calls only passes the event's name on. */
export function emittingBehind(call: CallNode, source: Source, evaluation: Evaluation): Emitting | undefined {
  if (call.type !== 'CallExpression' || call.arguments.length === 0) return undefined;
  const callee = evaluation.expression(call.callee, source);
  if (callee?.kind !== 'function' || !isFunction(callee.node)) return undefined;
  return emittingIn(callee.source).get(callee.node);
}

/** A listener that a call of a function adds. */
export interface Heard {
  readonly given: Node;
  readonly source: Source;
  readonly event: EventName;
}

/**
 * The listeners that functions of the same file add to the same object, for an event: of the same class, if it has such
 * functions.
 */
export function heardBeside({ object, source }: Emitting, name: EventName, evaluation: Evaluation): Heard[] {
  const beside = hearingIn(source).filter((each) => calleeText(each.object) === calleeText(object));
  const own = beside.filter((each) => classAround(each.object) === classAround(object));
  return (own.length > 0 ? own : beside).flatMap(({ fn, event: at, listener }) =>
    callSitesOf(fn, source, evaluation).flatMap(({ call, source: home }): Heard[] => {
      const event = eventNameOf(call.arguments[at], home, evaluation);
      const given = call.arguments[listener];
      return event !== undefined && given !== undefined && mayBeSame(name, event)
        ? [{ given, source: home, event }]
        : [];
    }),
  );
}

/** The class whose instance `this` is in `this.bus`; undefined for any other object. */
function classAround(object: Node): Node | undefined {
  const root = rootOf(object);
  return root.type === 'ThisExpression' ? classOfThis(root)?.node : undefined;
}

/** Most files call no such method, and need not be walked. */
const EMITTING = new RegExp(`\\.(?:${[...EMITS].join('|')})\\s*\\(`);

const emittingIn = perSource((source): ReadonlyMap<FunctionNode, Emitting> => {
  const found = new Map<FunctionNode, Emitting>();
  if (!EMITTING.test(source.text)) return found;
  for (const { fn, object, event } of passingOn(EMITS, source)) found.set(fn, { object, source, event });
  return found;
});

const hearingIn = perSource((source): readonly Hearing[] =>
  passingOn(LISTENS, source).flatMap(({ fn, object, event, given }) => {
    const listener = fn.params.findIndex((parameter, index) => index !== event && isReadIn(parameter, given, source));
    return listener < 0 ? [] : [{ fn, object, event, listener }];
  }),
);

interface PassingOn {
  readonly fn: FunctionNode;
  readonly object: Node;
  readonly event: number;
  readonly given: Node | undefined;
}

/** The calls of some methods whose first argument is a parameter of the function around them. */
function passingOn(methods: ReadonlySet<string>, source: Source): PassingOn[] {
  return outlineOf(source).calls.flatMap((call) => {
    const method = methodCall(call);
    const fn = method !== undefined && methods.has(method.method) ? enclosingFunction(call) : undefined;
    const [first, given] = method?.call.arguments ?? [];
    if (method === undefined || fn === undefined || first === undefined) return [];
    const event = parameterBehind(first, fn, source);
    return event < 0 ? [] : [{ fn, object: method.object, event, given }];
  });
}

const DEEPEST = 4;

/**
 * The index of the parameter that an expression passes on, itself or from a list of them: `for (const name of
 * Array.isArray(names) ? names : [names]) bus.emit(name)`. Negative if there is none.
 */
function parameterBehind(expression: Node, fn: FunctionNode, source: Source, depth = 0): number {
  const node = unwrap(expression);
  const behind = (parts: readonly (Node | null)[]): number =>
    Math.max(-1, ...parts.map((part) => (part === null ? -1 : parameterBehind(part, fn, source, depth + 1))));
  if (depth > DEEPEST) return -1;
  if (node.type === 'ConditionalExpression') return behind([node.consequent, node.alternate]);
  if (node.type === 'ArrayExpression') return behind(node.elements);
  if (node.type !== 'Identifier') return -1;
  const parameter = parameterNamed(node, source);
  if (parameter?.fn === fn && parameter.index >= 0) return parameter.index;
  const origin = originOf(node, source);
  return origin === undefined || origin.key !== undefined
    ? -1
    : behind(['each' in origin ? origin.each : origin.whole]);
}

function isReadIn(parameter: FunctionNode['params'][number], given: Node | undefined, source: Source): boolean {
  const target = parameterTarget(parameter);
  const variable = target.type === 'Identifier' ? variableOf(target, source) : undefined;
  return given !== undefined && variable !== undefined && readsOf(variable).some((read) => contains(given, read));
}
