import type { Evaluation } from '../values/evaluation.ts';
import type { KeyPath } from '../catalog/entry.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Bound, Setting } from './run.ts';
import type { FunctionPlace } from './functions.ts';
import { isFunction } from '../syntax/function.ts';
import { staticText } from '../syntax/literal.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { boundTo } from './bound.ts';
import { containersOf, membersOf, valueContainers } from './containers.ts';
import { functionsOf } from './functions.ts';

/** A function found below a value. */
export interface FunctionBelow extends FunctionPlace {
  /** The keys that matched a `*` or `a|b` in the path, outermost first. */
  readonly keys: readonly string[];
  /** The object literals around it, outermost first. The texts in them name its route. */
  readonly holders: readonly Node[];
}

/**
 * The functions that a key path leads to from the value of an expression; see `KeyPath`.
 *
 * @param setting - the run of the surrounding code
 */
export function functionsBelow(
  expression: Node,
  path: KeyPath,
  source: Source,
  evaluation: Evaluation,
  setting?: Setting,
): FunctionBelow[] {
  const keys = path.split('.');
  const bound = setting === undefined ? undefined : boundTo(expression, source, setting, evaluation);
  const found = (each: Bound): FunctionBelow[] =>
    each.kind === 'written'
      ? descend(each.node, keys, each.source, evaluation, [], [], each.setting)
      : each.kind === 'either'
        ? each.values.flatMap(found)
        : [];
  return bound === undefined ? descend(expression, keys, source, evaluation, [], [], setting) : found(bound);
}

function descend(
  expression: Node,
  path: readonly string[],
  source: Source,
  evaluation: Evaluation,
  keys: readonly string[],
  holders: readonly Node[],
  setting?: Setting,
): FunctionBelow[] {
  const [segment, ...others] = path;
  if (segment === undefined)
    return functionsOf(expression, source, evaluation, setting).map((place) => ({ ...place, keys, holders }));
  if (segment.endsWith('**'))
    return descendDeep(expression, segment.slice(0, -2), others, source, evaluation, keys, holders);
  const names = segment === '*' ? undefined : new Set(segment.split('|'));
  return containersOf(expression, source, evaluation).flatMap((container) =>
    membersOf(container, evaluation)
      .filter(({ key }) => names?.has(key) ?? true)
      .flatMap((member) => {
        const found = names?.size === 1 ? keys : [...keys, member.key];
        const around = container.node.type === 'ObjectExpression' ? [...holders, container.node] : holders;
        const inside = member.source === source ? setting : undefined;
        return descend(member.value, others, member.source, evaluation, found, around, inside);
      }),
  );
}

/** `fields**`: the functions that the rest of the path leads to from each `fields`, at any depth. */
function descendDeep(
  expression: Node,
  name: string,
  others: readonly string[],
  source: Source,
  evaluation: Evaluation,
  keys: readonly string[],
  holders: readonly Node[],
): FunctionBelow[] {
  const found: FunctionBelow[] = [];
  const seen = new Set<Node>();
  const pending: { node: Node; home: Source; around: readonly Node[] }[] = [
    { node: expression, home: source, around: holders },
  ];
  for (const { node, home, around } of pending) {
    for (const container of containersOf(node, home, evaluation)) {
      if (container.node.type !== 'ObjectExpression' || seen.has(container.node)) continue;
      seen.add(container.node);
      const inside = [...around, container.node];
      for (const { key, value, source: at } of membersOf(container, evaluation)) {
        if (isFunction(unwrap(value))) continue;
        pending.push({ node: value, home: at, around: inside });
        if (key === name) found.push(...descend(value, others, at, evaluation, keys, inside));
      }
    }
  }
  return found;
}

/**
 * The method that an action names: `[UsersController, 'index']`, or with `() => import('./users.js')` instead of the
 * class.
 */
export function actionFunctions(expression: Node, source: Source, evaluation: Evaluation): FunctionBelow[] {
  const pair = unwrap(expression);
  if (pair.type !== 'ArrayExpression') return [];
  const [owner, name] = pair.elements;
  const method = staticText(name ?? undefined);
  if (owner == null || owner.type === 'SpreadElement' || method === undefined) return [];
  const value = evaluation.expression(owner, source);
  return valueContainers(value?.kind === 'function' ? evaluation.result(value) : value, evaluation).flatMap(
    (container) =>
      membersOf(container, evaluation)
        .filter(({ key }) => key === method)
        .flatMap((member) =>
          functionsOf(member.value, member.source, evaluation).map((place) => ({
            ...place,
            keys: [method],
            holders: [],
          })),
        ),
  );
}
