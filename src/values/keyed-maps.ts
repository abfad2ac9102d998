import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { methodCall } from '../syntax/call.ts';
import { escaped } from '../syntax/escape.ts';
import { keptValues } from '../syntax/kept-values.ts';
import { keyName } from '../syntax/literal.ts';
import { isSamePlace } from '../syntax/position.ts';
import { isGlobal } from '../syntax/promise-call.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { sourcesMentioning } from './near.ts';
import { isSame } from './unite.ts';

/**
 * What the user's code keeps under a literal key in a map: `services.get('mail')` after `services.set('mail', mailer)`.
 * Undefined if it is unknown, or one of several.
 */
export function keptInMap(call: TSESTree.CallExpression, source: Source, evaluation: Evaluation): Value | undefined {
  const method = methodCall(call);
  const [first] = call.arguments;
  const key = method?.method === 'get' && first !== undefined ? keyName(first, true) : undefined;
  if (method === undefined || key === undefined) return undefined;
  const map = mapBehind(method.object, source, evaluation);
  if (map === undefined) return undefined;
  const values = [
    ...entriesOf(map.node, key).map((node) => evaluation.expression(node, map.source)),
    ...keptUnder(key, map, source, evaluation),
  ];
  const [one, ...others] = values;
  return one !== undefined && others.every((other) => other !== undefined && isSame(one, other)) ? one : undefined;
}

interface Home {
  readonly node: TSESTree.NewExpression;
  readonly source: Source;
}

function mapBehind(object: Node, source: Source, evaluation: Evaluation): Home | undefined {
  const place = evaluation.follow(object, source);
  return place?.node.type === 'NewExpression' && isGlobal(place.node.callee, 'Map', place.source)
    ? { node: place.node, source: place.source }
    : undefined;
}

/** The values of a key in `new Map([['mail', mailer]])`. */
function entriesOf(map: TSESTree.NewExpression, key: string): Node[] {
  const [given] = map.arguments;
  const list = given === undefined ? undefined : unwrap(given);
  if (list?.type !== 'ArrayExpression') return [];
  return list.elements.flatMap((element) => {
    const pair = element === null ? undefined : unwrap(element);
    const [name, value] = pair?.type === 'ArrayExpression' ? pair.elements : [];
    return name != null && value != null && keyName(name, true) === key ? [value] : [];
  });
}

function keptUnder(key: string, map: Home, from: Source, evaluation: Evaluation): (Value | undefined)[] {
  const fits = new RegExp(`\\.set\\s*\\(\\s*['"\`]${escaped(key)}['"\`]`);
  return sourcesMentioning(key, fits, from, evaluation).flatMap((source) =>
    (keptValues(source).get(key) ?? []).flatMap(({ object, method, given }) => {
      if (method !== 'set') return [];
      const other = mapBehind(object, source, evaluation);
      return other !== undefined && isSamePlace(other, map) ? [evaluation.expression(given, source)] : [];
    }),
  );
}
