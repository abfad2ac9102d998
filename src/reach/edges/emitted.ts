import type { CallNode } from '../../syntax/call.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { ReachEvidence } from '../evidence.ts';
import type { Edge, EdgesOf } from './edge.ts';
import type { EventName } from './event-names.ts';
import { BUSES, COMMON_EVENTS, EMITS, SOCKET_NAMES } from '../../catalog/streams-and-events.ts';
import { functionsOf } from '../../handlers/functions.ts';
import { methodCall } from '../../syntax/call.ts';
import { isSamePlace } from '../../syntax/position.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { keyOf } from '../function-key.ts';
import { emittingBehind, heardBeside } from './emitting.ts';
import { eventNameOf } from './event-names.ts';
import { listenersOf } from './listeners.ts';
import { registeredAt } from './registered.ts';

/**
 * `bus.emit('paid', id)`, `bus.emit(EVENTS.PAID)`: the functions that listen to the event in the user's code,
 * `bus.on('paid', …)`. They are likely if only a part of the name is known. The same for functions that pass the name on
 * to a bus: `emitAction('paid')` and `onAction('paid', …)`.
 */
export const emitted: EdgesOf = (call, source, evaluation) => {
  const { undecorated } = evaluation;
  const method = methodCall(call);
  // A class may call its own function `emit`, too.
  const behind = emittedBehind(call, source, undecorated);
  if (method === undefined || !EMITS.has(method.method) || behind.length > 0) return behind;
  const [event] = method.call.arguments;
  const name = eventNameOf(event, source, undecorated);
  if (event === undefined || name === undefined || !isBus(method.object, source, undecorated)) return [];
  return listenersOf(name, event, source, undecorated).flatMap(({ object, given, source: home, event: heard }) => {
    const isSame = isOne({ node: method.object, source }, { node: object, source: home }, undecorated);
    if (COMMON_EVENTS.has(heard[0] ?? '') && !isSame) return [];
    return edgesTo(given, home, isSame && areWhole(name, heard) ? 'sure' : 'likely', undecorated);
  });
};

function emittedBehind(call: CallNode, source: Source, evaluation: Evaluation): Edge[] {
  const emitting = emittingBehind(call, source, evaluation);
  if (call.type !== 'CallExpression' || emitting === undefined || !isBus(emitting.object, emitting.source, evaluation))
    return [];
  const name = eventNameOf(call.arguments[emitting.event], source, evaluation);
  if (name === undefined) return [];
  return heardBeside(emitting, name, evaluation).flatMap(({ given, source: home, event }) =>
    edgesTo(given, home, areWhole(name, event) ? 'sure' : 'likely', evaluation),
  );
}

/** Whether nothing of the two names is unknown. */
function areWhole(name: EventName, other: EventName): boolean {
  return name.length === 1 && other.length === 1;
}

function edgesTo(given: Node, home: Source, evidence: ReachEvidence, evaluation: Evaluation): Edge[] {
  return functionsOf(given, home, evaluation)
    .filter(({ node, source: place }) => place !== home || !registeredAt(home, evaluation).has(node))
    .map((listener) => ({ to: keyOf(listener.node, listener.source), by: 'emitted' as const, evidence }));
}

function isBus(object: Node, source: Source, evaluation: Evaluation): boolean {
  const value = evaluation.expression(object, source);
  if (value?.kind === 'external') return BUSES.has(value.module.replace(/^node:/, ''));
  const node = unwrap(object);
  const last =
    node.type === 'Identifier' || node.type === 'ThisExpression'
      ? node
      : node.type === 'MemberExpression'
        ? unwrap(node.property)
        : undefined;
  return last?.type === 'ThisExpression' || (last?.type === 'Identifier' && !SOCKET_NAMES.test(last.name));
}

interface Expression {
  readonly node: Node;
  readonly source: Source;
}

/** Whether two names refer to a value made at the same place. */
function isOne(one: Expression, other: Expression, evaluation: Evaluation): boolean {
  const [first, second] = [one, other].map(({ node, source }) => evaluation.follow(node, source));
  return (
    first !== undefined && second !== undefined && isSamePlace(first, second) && first.node.type !== 'ThisExpression'
  );
}
