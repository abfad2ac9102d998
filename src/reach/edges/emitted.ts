import type { CallNode } from '../../syntax/call.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { EdgesOf } from './edge.ts';
import { BUSES, COMMON_EVENTS, EMITS, LISTENS, SOCKET_NAMES } from '../../catalog/conventions.ts';
import { functionsOf } from '../../handlers/functions.ts';
import { methodCall } from '../../syntax/call.ts';
import { escaped } from '../../syntax/escape.ts';
import { staticText } from '../../syntax/literal.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { outlineOf } from '../../syntax/walk.ts';
import { keyOf } from '../function-key.ts';
import { sourcesMentioning } from '../../values/near.ts';
import { registeredAt } from './registered.ts';

/** `bus.emit('paid', id)`: the functions that listen to the event in the user's code, `bus.on('paid', …)`. */
export const emitted: EdgesOf = (call, source, evaluation) => {
  const { undecorated } = evaluation;
  const method = methodCall(call);
  if (method === undefined || !EMITS.has(method.method)) return [];
  const event = staticText(method.call.arguments[0]);
  const word = event?.match(/[\w$]+/g)?.sort((a, b) => b.length - a.length)[0];
  if (event === undefined || word === undefined || !isBus(method.object, source, undecorated)) return [];
  const fits = new RegExp(`\\.(?:${[...LISTENS].join('|')})\\s*\\(\\s*['"\`]${escaped(event)}['"\`]`);
  return sourcesMentioning(word, fits, source, undecorated).flatMap((home) =>
    listenersIn(home, event).flatMap(({ object, given }) => {
      const isSame = isOne({ node: method.object, source }, { node: object, source: home }, undecorated);
      if (COMMON_EVENTS.has(event) && !isSame) return [];
      return functionsOf(given, home, undecorated)
        .filter(({ node, source: place }) => place !== home || !registeredAt(home, undecorated).has(node))
        .map((listener) => ({
          to: keyOf(listener.node, listener.source),
          by: 'emitted' as const,
          evidence: isSame ? ('sure' as const) : ('likely' as const),
        }));
    }),
  );
};

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

function listenersIn(source: Source, event: string): { object: Node; given: Node }[] {
  return outlineOf(source).calls.flatMap((call: CallNode) => {
    const method = methodCall(call);
    const given = method?.call.arguments[1];
    return method !== undefined &&
      given !== undefined &&
      LISTENS.has(method.method) &&
      staticText(method.call.arguments[0]) === event
      ? [{ object: method.object, given }]
      : [];
  });
}

interface Expression {
  readonly node: Node;
  readonly source: Source;
}

/** Whether two names refer to a value made at the same place. */
function isOne(one: Expression, other: Expression, evaluation: Evaluation): boolean {
  const [first, second] = [one, other].map(({ node, source }) => evaluation.follow(node, source));
  return (
    first !== undefined &&
    first.source.path === second?.source.path &&
    first.node.range[0] === second.node.range[0] &&
    first.node.type !== 'ThisExpression'
  );
}
