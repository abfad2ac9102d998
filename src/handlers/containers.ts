import type { TSESTree } from '@typescript-eslint/types';
import type { ClassNode } from '../syntax/class.ts';
import type { Member as Written } from '../syntax/members.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Value } from '../values/value.ts';
import { exportsOf } from '../project/exports.ts';
import { isFunction } from '../syntax/function.ts';
import { keyName, staticText } from '../syntax/literal.ts';
import { classMembers as membersIn, objectParts } from '../syntax/members.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { returnsOf } from '../values/results.ts';

/** Something with members: an object literal, a class (for static and instance members), or a module. */
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

/** The containers behind an expression, including those in lists, in branches and in results of calls. */
export function containersOf(expression: Node, source: Source, evaluation: Evaluation, depth = 0): Container[] {
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
      // `merge(users, orders)`, `createHandlers({ … })`: an unresolved call is assumed to pass its arguments on.
      return made.length > 0
        ? made
        : node.arguments.flatMap((argument) => (isFunction(unwrap(argument)) ? [] : inner(argument)));
    }
    default:
      return [];
  }
}

/** The containers of a value: an object, a class, the class of an instance, the exports of a module. */
export function valueContainers(value: Value | undefined, evaluation: Evaluation): Container[] {
  if (value?.kind === 'object' || value?.kind === 'class') return [value];
  // `() => import('./users.js')` means the module's default export if it has one.
  if (value?.kind === 'namespace') {
    const whole = evaluation.exported(value.source, 'default');
    // What `require` returns of a module with `exports.x = …` is the module again.
    const isItself = whole === undefined || (whole.kind === 'namespace' && whole.source === value.source);
    return isItself ? [{ node: value.source.ast, source: value.source }] : valueContainers(whole, evaluation);
  }
  return value?.kind === 'instance' ? [value.of] : [];
}

/** Whether a member is a method or a field with a value, and not an accessor or a bare declaration. */
function isHeld(member: Written): member is Written & { readonly value: Node } {
  return (member.kind === 'method' || member.kind === 'field') && member.value !== undefined;
}

/** The methods and field values of a container by key, including spread and inherited ones. */
export function membersOf(container: Container, evaluation: Evaluation, depth = 0): Member[] {
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
  const named = objectParts(node).flatMap((part) => {
    if ('spread' in part)
      return containersOf(part.spread, source, evaluation, depth + 1).flatMap((container) =>
        membersOf(container, evaluation, depth + 1),
      );
    return isHeld(part) ? [{ key: part.name, value: part.value, source }] : [];
  });
  return [...named, ...computedMembers(node, source)];
}

/** Members whose keys are expressions: `[Events.Paid]: async (order) => …`. Their text is the key. */
function computedMembers({ properties }: TSESTree.ObjectExpression, source: Source): Member[] {
  return properties.flatMap((property) =>
    property.type === 'Property' && keyName(property.key, property.computed) === undefined
      ? [{ key: staticText(property.key) ?? source.text.slice(...property.key.range), value: property.value, source }]
      : [],
  );
}

/** Public methods and fields, including inherited ones. */
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
