import type { Evaluation } from '../values/evaluation.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { KeyPath } from '../catalog/entry.ts';
import type { ClassNode } from '../syntax/class.ts';
import type { Member as Written } from '../syntax/members.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Value } from '../values/value.ts';
import type { Bound, Setting } from './run.ts';
import type { FunctionPlace } from './functions.ts';
import { exportsOf } from '../project/exports.ts';
import { isFunction } from '../syntax/function.ts';
import { staticText } from '../syntax/literal.ts';
import { classMembers as membersIn, objectParts } from '../syntax/members.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { returnsOf } from '../values/results.ts';
import { boundTo } from './bound.ts';
import { functionsOf } from './functions.ts';

/** A function found below a value. */
export interface FunctionBelow extends FunctionPlace {
  /** The keys that a `*` or `a|b` of the path stood for, outermost first. */
  readonly keys: readonly string[];
  /** The object literals around it, outermost first: the texts beside it name its route. */
  readonly holders: readonly Node[];
}

/** Something that has members: an object literal, or a class for its own or its instances' methods. */
interface Container {
  readonly node: TSESTree.ObjectExpression | ClassNode | TSESTree.Program;
  readonly source: Source;
}

interface Member {
  readonly key: string;
  readonly value: Node;
  readonly source: Source;
}

const MAXIMUM_DEPTH = 12;

/**
 * The functions that a key path leads to from the value of an expression; see `KeyPath`.
 *
 * @param setting - the run of the code around in which it is asked
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
  return containersOf(expression, source, evaluation, 0).flatMap((container) =>
    membersOf(container, evaluation, 0)
      .filter(({ key }) => names?.has(key) ?? true)
      .flatMap((member) => {
        const found = names?.size === 1 ? keys : [...keys, member.key];
        const around = container.node.type === 'ObjectExpression' ? [...holders, container.node] : holders;
        const inside = member.source === source ? setting : undefined;
        return descend(member.value, others, member.source, evaluation, found, around, inside);
      }),
  );
}

/** `fields**`: what the rest of the path leads to from the value of each `fields`, however deep it lies in another. */
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
    for (const container of containersOf(node, home, evaluation, 0)) {
      if (container.node.type !== 'ObjectExpression' || seen.has(container.node)) continue;
      seen.add(container.node);
      const inside = [...around, container.node];
      for (const { key, value, source: at } of membersOf(container, evaluation, 0)) {
        if (isFunction(unwrap(value))) continue;
        pending.push({ node: value, home: at, around: inside });
        if (key === name) found.push(...descend(value, others, at, evaluation, keys, inside));
      }
    }
  }
  return found;
}

function containersOf(expression: Node, source: Source, evaluation: Evaluation, depth: number): Container[] {
  if (depth > MAXIMUM_DEPTH) return [];
  const node = unwrap(expression);
  const inner = (next: Node, home = source): Container[] => containersOf(next, home, evaluation, depth + 1);
  if (isFunction(node)) return returnsOf(node, source).flatMap((returned) => inner(returned));
  switch (node.type) {
    case 'ObjectExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return [{ node, source }];
    case 'ArrayExpression':
      return node.elements.flatMap((element) =>
        element === null ? [] : inner(element.type === 'SpreadElement' ? element.argument : element),
      );
    case 'ConditionalExpression':
      return [...inner(node.consequent), ...inner(node.alternate)];
    case 'LogicalExpression':
      return [...inner(node.left), ...inner(node.right)];
    case 'AwaitExpression':
      return inner(node.argument);
    case 'Identifier':
    case 'MemberExpression': {
      const place = evaluation.follow(node, source);
      if (place !== undefined && place.node !== node) return inner(place.node, place.source);
      return valueContainers(evaluation.expression(node, source), evaluation);
    }
    case 'NewExpression':
    case 'ImportExpression':
      return valueContainers(evaluation.expression(node, source), evaluation);
    case 'CallExpression': {
      const made = valueContainers(evaluation.expression(node, source), evaluation);
      // `merge(users, orders)`, `createHandlers({ … })`: a call of a package passes on what it is given.
      return made.length > 0
        ? made
        : node.arguments.flatMap((argument) => (isFunction(unwrap(argument)) ? [] : inner(argument)));
    }
    default:
      return [];
  }
}

function valueContainers(value: Value | undefined, evaluation: Evaluation): Container[] {
  if (value?.kind === 'object' || value?.kind === 'class') return [value];
  // `() => import('./users.js')` stands for what the module is about.
  if (value?.kind === 'namespace') {
    const whole = evaluation.exported(value.source, 'default');
    return whole === undefined
      ? [{ node: value.source.ast, source: value.source }]
      : valueContainers(whole, evaluation);
  }
  return value?.kind === 'instance' ? [value.of] : [];
}

/** Whether a member is a method or holds a value that is written: no accessor, no declaration. */
function isHeld(member: Written): member is Written & { readonly value: Node } {
  return (member.kind === 'method' || member.kind === 'field') && member.value !== undefined;
}

function membersOf(container: Container, evaluation: Evaluation, depth: number): Member[] {
  const { node, source } = container;
  if (node.type === 'Program')
    return [...exportsOf(source).names].flatMap(([key, exported]) =>
      'node' in exported ? [{ key, value: exported.node, source }] : [],
    );
  return node.type === 'ObjectExpression'
    ? objectMembers(node, source, evaluation, depth)
    : classMembers(node, source, evaluation, depth);
}

function objectMembers(
  node: TSESTree.ObjectExpression,
  source: Source,
  evaluation: Evaluation,
  depth: number,
): Member[] {
  if (depth > MAXIMUM_DEPTH) return [];
  return objectParts(node).flatMap((part) => {
    if ('spread' in part)
      return containersOf(part.spread, source, evaluation, depth + 1).flatMap((container) =>
        membersOf(container, evaluation, depth + 1),
      );
    return isHeld(part) ? [{ key: part.name, value: part.value, source }] : [];
  });
}

/** Public methods and fields, the inherited ones too. */
function classMembers(node: ClassNode, source: Source, evaluation: Evaluation, depth: number): Member[] {
  const own = membersIn(node).flatMap((member) =>
    member.isPublic && isHeld(member) ? [{ key: member.name, value: member.value, source }] : [],
  );
  const base =
    node.superClass === null || depth > MAXIMUM_DEPTH ? undefined : evaluation.expression(node.superClass, source);
  if (base?.kind !== 'class') return own;
  const names = new Set(own.map(({ key }) => key));
  return [...own, ...classMembers(base.node, base.source, evaluation, depth + 1).filter(({ key }) => !names.has(key))];
}

/**
 * The method that an action names: `[UsersController, 'index']`, with the class itself or `() => import('./users.js')`.
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
      membersOf(container, evaluation, 0)
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
