import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../../syntax/source.ts';
import { WAITS_FOR_ALL } from '../../catalog/conventions.ts';
import { definitionOf, variableOf } from '../../syntax/binding.ts';
import { methodCall, propertyName } from '../../syntax/call.ts';
import { classOfThis } from '../../syntax/function.ts';
import { contains } from '../../syntax/position.ts';
import { keyOfPart } from '../../syntax/take-apart.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { someIn } from '../../syntax/walk.ts';

/**
 * Whether a launch is given to a local object whose whole work the code then waits for:
 * `const queue = new Queue(); for (const file of files) queue.add(() => copy(file)); await queue.onIdle();`.
 */
export function isWaitedForTogether(launch: Node, source: Source): boolean {
  const object = unwrap(methodCall(launch)?.object ?? launch);
  if (object.type === 'MemberExpression') return isWaitedForByClass(object, source);
  const variable = object.type === 'Identifier' ? variableOf(object, source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable);
  if (definition?.node.type !== 'VariableDeclarator' || definition.node.init == null) return false;
  if (unwrap(definition.node.init).type !== 'NewExpression') return false;
  return variable?.references.some(({ identifier }) => isWaitedFor(identifier, launch)) ?? false;
}

/** `await queue.onIdle();` or `return queue.onIdle();` as a statement after the launch, in a block around it. */
function isWaitedFor(object: Node, launch: Node): boolean {
  const member = wrapped(object).parent;
  const call = member?.type === 'MemberExpression' ? wrapped(member).parent : undefined;
  const method = call?.type === 'CallExpression' ? methodCall(call) : undefined;
  if (call == null || method === undefined || unwrap(method.object) !== object || !WAITS_FOR_ALL.test(method.method))
    return false;
  const outer = wrapped(call).parent;
  const statement = outer?.type === 'AwaitExpression' ? wrapped(outer).parent : outer;
  if (statement?.type !== 'ReturnStatement' && !(statement?.type === 'ExpressionStatement' && outer !== statement))
    return false;
  return statement.range[0] > launch.range[1] && contains(statement.parent, launch);
}

/**
 * `this.queue.add(task)` in a class of which another method waits for the queue: `await this.queue.onIdle()`. Whoever
 * stops the server can call that.
 */
function isWaitedForByClass(field: TSESTree.MemberExpression, source: Source): boolean {
  const name = propertyName(field);
  const owner = unwrap(field.object).type === 'ThisExpression' ? classOfThis(field.object) : undefined;
  if (owner === undefined || name === undefined) return false;
  return someIn(owner.node, (node) => {
    const call = node.type === 'CallExpression' ? methodCall(node) : undefined;
    if (call === undefined || !WAITS_FOR_ALL.test(call.method) || !isTaken(wrapped(node).parent)) return false;
    return classOfThis(node)?.node === owner.node && isField(call.object, name, source);
  });
}

function isTaken(outer: Node | null | undefined): boolean {
  return outer?.type === 'AwaitExpression' || outer?.type === 'ReturnStatement';
}

/** `this.queue`, also by a variable: `const { queue } = this`, `const all = this.queue`. */
function isField(object: Node, name: string, source: Source): boolean {
  const node = unwrap(object);
  if (node.type === 'MemberExpression')
    return unwrap(node.object).type === 'ThisExpression' && propertyName(node) === name;
  const variable = node.type === 'Identifier' ? variableOf(node, source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable);
  if (definition?.node.type !== 'VariableDeclarator' || definition.node.init === null) return false;
  const { id, init } = definition.node;
  if (id.type === 'Identifier') return unwrap(init).type === 'MemberExpression' && isField(init, name, source);
  return unwrap(init).type === 'ThisExpression' && keyOfPart(id, definition.name) === name;
}
