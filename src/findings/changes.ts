import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import { LEAVES_UNCHANGED, LOADS_FIELD, NOTES_USE, SAVES_CHANGES, SETS_FIELD } from '../catalog/conventions.ts';
import { variableOf } from '../syntax/binding.ts';
import { calleeText, lastName, methodCall, propertyName } from '../syntax/call.ts';
import { enclosingFunction, isFunction } from '../syntax/function.ts';
import { rootOf, unwrap, wrapped } from '../syntax/unwrap.ts';
import { someOwn } from '../syntax/walk.ts';

/**
 * Whether a call stores an object that the same async function has changed: `user.name = name; user.save();`,
 * `request.tags = tags; requests.save(request);`, `await user.resetPassword(); users.save(user);`. A function that only
 * notes a use (`user.lastSeenAt = now`) hardly waits for it.
 */
export function savesChanges(call: TSESTree.CallExpression, source: Source): boolean {
  const fn = enclosingFunction(call);
  if (fn?.async !== true || !SAVES_CHANGES.has(lastName(call))) return false;
  return storedIn(call, source).some(({ references }) => {
    const places = references.map(({ identifier }) => identifier).filter((place) => isBefore(place, call, fn));
    const fields = places.flatMap((place) => assignedField(place) ?? []);
    return fields.some((field) => !NOTES_USE.test(field)) || places.some(isChangedByCall);
  });
}

/** Whether a call stores an object that the same async function has made: `const key = new Key(body); keys.save(key);` */
export function savesNew(call: TSESTree.CallExpression, source: Source): boolean {
  const fn = enclosingFunction(call);
  if (fn?.async !== true || !SAVES_CHANGES.has(lastName(call))) return false;
  return storedIn(call, source).some(({ defs }) =>
    defs.some(({ node }) => {
      const made = node.type === 'VariableDeclarator' && node.init !== null ? unwrap(node.init) : undefined;
      return made?.type === 'NewExpression' && made.arguments.length > 0 && enclosingFunction(made) === fn;
    }),
  );
}

/** The variables of what a call may store: its object, and its first argument. */
function storedIn(call: TSESTree.CallExpression, source: Source): NonNullable<ReturnType<typeof variableOf>>[] {
  return [methodCall(call)?.object, call.arguments[0]].flatMap((given) =>
    given === undefined ? [] : (variableOf(unwrap(given), source) ?? []),
  );
}

function isBefore(place: Node, call: Node, fn: FunctionNode): boolean {
  return place.range[1] <= call.range[0] && enclosingFunction(place) === fn;
}

/** The field that is assigned on an object; of a path, the first. */
function assignedField(object: Node): string | undefined {
  const member = wrapped(object).parent;
  if (member?.type !== 'MemberExpression' || unwrap(member.object) !== object) return undefined;
  let target: Node = member;
  for (let outer = wrapped(target).parent; outer?.type === 'MemberExpression'; outer = wrapped(outer).parent)
    target = outer;
  const assignment = wrapped(target).parent;
  return assignment?.type === 'AssignmentExpression' && assignment.left === target ? propertyName(member) : undefined;
}

/** `await user.resetPassword();`, whose result nobody takes */
function isChangedByCall(object: Node): boolean {
  const member = wrapped(object).parent;
  const call = member?.type === 'MemberExpression' && unwrap(member.object) === object ? member.parent : undefined;
  if (call?.type !== 'CallExpression' || call.callee !== member || LEAVES_UNCHANGED.test(lastName(call))) return false;
  const awaited = wrapped(call).parent;
  return awaited?.type === 'AwaitExpression' && wrapped(awaited).parent?.type === 'ExpressionStatement';
}

/**
 * Whether a call's method sets a field of its object once it has waited: `async setPassword(text) { this.password =
 * await hash(text); }`. A method that loads is one only if the code after it, in an async function, may read the field:
 * `this.loadSettings(); return await this.connect();`.
 */
export function setsField(call: TSESTree.CallExpression, fn: FunctionNode | undefined): boolean {
  if (fn?.async !== true) return false;
  const name = lastName(call);
  if (SETS_FIELD.test(name)) return someOwn(fn.body, isFieldOfThis);
  if (!LOADS_FIELD.test(name) || !/^this\.#?\w+$/.test(calleeText(call.callee))) return false;
  return enclosingFunction(call)?.async === true && isFollowed(call) && setsFieldLate(fn);
}

/** `this.name = name`, `Object.assign(this.options, options)` */
function isFieldOfThis(node: Node): boolean {
  if (node.type === 'CallExpression' && calleeText(node.callee) === 'Object.assign') {
    const [target] = node.arguments;
    return target !== undefined && rootOf(unwrap(target)).type === 'ThisExpression';
  }
  if (node.type !== 'AssignmentExpression') return false;
  const target = unwrap(node.left);
  return target.type === 'MemberExpression' && rootOf(target).type === 'ThisExpression';
}

/** Whether a function sets a field of its object after it has waited. */
function setsFieldLate({ body }: FunctionNode): boolean {
  return someOwn(
    body,
    (node) =>
      isFieldOfThis(node) && someOwn(body, ({ type, range }) => type === 'AwaitExpression' && range[0] < node.range[1]),
  );
}

/** Whether more code of the same function runs after a statement than a bare `return`. */
function isFollowed(call: Node): boolean {
  for (let inner: Node = call; inner.parent != null && !isFunction(inner); inner = inner.parent) {
    const block: Node = inner.parent;
    if (block.type !== 'BlockStatement') continue;
    const next = block.body.find(({ range }) => range[0] >= inner.range[1]);
    if (next !== undefined) return next.type !== 'ReturnStatement' || next.argument !== null;
  }
  return false;
}
