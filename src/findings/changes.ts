import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import { NOTES_USE, SAVES_CHANGES, SETS_FIELD } from '../catalog/conventions.ts';
import { variableOf } from '../syntax/binding.ts';
import { lastName, methodCall, propertyName } from '../syntax/call.ts';
import { enclosingFunction, isFunction } from '../syntax/function.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { someIn } from '../syntax/walk.ts';

/**
 * Whether a call stores an object that the same async function has changed: `user.name = name; user.save();`,
 * `request.tags = tags; requests.save(request);`. A function that only notes a use (`user.lastSeenAt = now`) hardly
 * waits for it.
 */
export function savesChanges(call: TSESTree.CallExpression, source: Source): boolean {
  const fn = enclosingFunction(call);
  if (fn?.async !== true || !SAVES_CHANGES.has(lastName(call))) return false;
  const candidates = [methodCall(call)?.object, call.arguments[0]];
  return candidates.some((given) => {
    const variable = given === undefined ? undefined : variableOf(unwrap(given), source);
    const fields = variable?.references.flatMap(({ identifier }) => assignedField(identifier, call, fn) ?? []) ?? [];
    return fields.some((field) => !NOTES_USE.test(field));
  });
}

/** The field that is assigned on an object before a call of the same function; of a path, the first. */
function assignedField(object: Node, call: Node, fn: FunctionNode): string | undefined {
  const member = wrapped(object).parent;
  if (member?.type !== 'MemberExpression' || unwrap(member.object) !== object) return undefined;
  let target: Node = member;
  for (let outer = wrapped(target).parent; outer?.type === 'MemberExpression'; outer = wrapped(outer).parent)
    target = outer;
  const assignment = wrapped(target).parent;
  return assignment?.type === 'AssignmentExpression' &&
    assignment.left === target &&
    assignment.range[1] <= call.range[0] &&
    enclosingFunction(assignment) === fn
    ? propertyName(member)
    : undefined;
}

/**
 * Whether a call's method sets a field of its object once it has waited: `async setPassword(text) { this.password =
 * await hash(text); }`.
 */
export function setsField(call: TSESTree.CallExpression, fn: FunctionNode | undefined): boolean {
  if (fn?.async !== true || !SETS_FIELD.test(lastName(call))) return false;
  return someIn(fn.body, isFieldOfThis, (node) => !isFunction(node));
}

function isFieldOfThis(node: Node): boolean {
  if (node.type !== 'AssignmentExpression') return false;
  const target = unwrap(node.left);
  return target.type === 'MemberExpression' && unwrap(target.object).type === 'ThisExpression';
}
