import type { Variable } from '../syntax/scopes/scope.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { Context } from './context.ts';
import type { Lost } from './owner.ts';
import { FILLS } from '../catalog/conventions.ts';
import { definitionOf, isOfModule, variableOf, writesOf } from '../syntax/binding.ts';
import { methodCall, propertyName } from '../syntax/call.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { isExported } from './variable.ts';

/** What becomes of a holder: nothing reads it, or a read takes its contents for results. */
export type Fate = 'unread' | { readonly lost: Lost; readonly read: Node };

/**
 * What becomes of a local collection that `ps.push(run(x))` fills; undefined if a read of it may own the promise, or if
 * `object` is no such collection. A collection of the module tracks its contents.
 */
export function filledFate(object: Node, method: string, context: Context): Fate | undefined {
  const name = unwrap(object);
  if (!FILLS.has(method) || name.type !== 'Identifier') return undefined;
  const made = localHolder(name, context);
  return made === undefined || !isEmptyCollection(made.initial)
    ? undefined
    : fateOf(made.variable, context, (read) => isFill(read) || isCounted(read));
}

/**
 * What becomes of a local object or array that `o.s = run(x)` or `list[i] = run(x)` writes to: as above, but never
 * `unread`, because it isn't known that nothing reads it.
 */
export function assignedFate(target: TSESTree.MemberExpression, context: Context): Fate | undefined {
  const name = unwrap(target.object);
  const made = name.type === 'Identifier' ? localHolder(name, context) : undefined;
  const initial = made === undefined ? undefined : unwrap(made.initial);
  if (made === undefined || (initial?.type !== 'ObjectExpression' && initial?.type !== 'ArrayExpression'))
    return undefined;
  const fate = fateOf(
    made.variable,
    context,
    (read) => isFill(read) || isCounted(read) || isWrittenTo(read) || isOtherMember(read, propertyName(target)),
  );
  return fate === 'unread' ? undefined : fate;
}

function fateOf(variable: Variable, context: Context, isBeside: (read: Node) => boolean): Fate | undefined {
  let used: Fate = 'unread';
  for (const reference of variable.references) {
    const read = reference.identifier as Node;
    if (!reference.isRead() || isBeside(read)) continue;
    if (context.asking.has(variable)) return undefined;
    context.asking.add(variable);
    const ownership = context.ownershipOf(read, 'literal');
    context.asking.delete(variable);
    if (ownership.kind === 'owned' || ownership.becomes === undefined) return undefined;
    if (used === 'unread') used = { lost: ownership, read };
  }
  return used;
}

/** A local variable that is written once, and its value. */
function localHolder(name: Node, { source }: Context): { variable: Variable; initial: Node } | undefined {
  const variable = variableOf(name, source);
  if (
    variable === undefined ||
    isExported(variable) ||
    isOfModule(variable) ||
    definitionOf(variable)?.node.type !== 'VariableDeclarator'
  )
    return undefined;
  const [initial, ...others] = writesOf(variable) ?? [];
  return initial === undefined || others.length > 0 ? undefined : { variable, initial };
}

function isEmptyCollection(node: Node): boolean {
  const value = unwrap(node);
  if (value.type === 'ArrayExpression') return value.elements.length === 0;
  if (value.type !== 'NewExpression') return false;
  return (
    value.callee.type === 'Identifier' &&
    ['Array', 'Map', 'Set'].includes(value.callee.name) &&
    value.arguments.length === 0
  );
}

/** `ps.push(…);` as a statement, so that its result is not used. */
function isFill(read: Node): boolean {
  const member = wrapped(read).parent;
  const call = member?.type === 'MemberExpression' ? wrapped(member).parent : undefined;
  const found = call === undefined ? undefined : methodCall(call);
  return found !== undefined && FILLS.has(found.method) && wrapped(found.call).parent?.type === 'ExpressionStatement';
}

/** `ps.length`, `jobs.size` */
function isCounted(read: Node): boolean {
  const member = memberOf(read);
  return member !== undefined && /^(?:length|size)$/.test(propertyName(member) ?? '');
}

/** `o.s = …;` */
function isWrittenTo(read: Node): boolean {
  const member = memberOf(read);
  const assignment = member === undefined ? undefined : wrapped(member).parent;
  return assignment?.type === 'AssignmentExpression' && assignment.left === member;
}

/** `o.id`, if the promise is under another key. */
function isOtherMember(read: Node, name: string | undefined): boolean {
  const member = memberOf(read);
  const other = member === undefined ? undefined : propertyName(member);
  return name !== undefined && other !== undefined && other !== name && !isCalled(member);
}

function isCalled(member: Node | undefined): boolean {
  const call = member === undefined ? undefined : wrapped(member).parent;
  return call?.type === 'CallExpression' && call.callee === member;
}

function memberOf(read: Node): TSESTree.MemberExpression | undefined {
  const { parent } = wrapped(read);
  return parent?.type === 'MemberExpression' && parent.object === wrapped(read) ? parent : undefined;
}
