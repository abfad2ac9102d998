import type { Node, Source } from '../../syntax/source.ts';
import { WAITS_FOR_ALL } from '../../catalog/conventions.ts';
import { definitionOf, variableOf } from '../../syntax/binding.ts';
import { methodCall } from '../../syntax/call.ts';
import { contains } from '../../syntax/position.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';

/**
 * Whether a launch is given to a local object whose whole work the code then waits for:
 * `const queue = new Queue(); for (const file of files) queue.add(() => copy(file)); await queue.onIdle();`.
 */
export function isWaitedForTogether(launch: Node, source: Source): boolean {
  const object = unwrap(methodCall(launch)?.object ?? launch);
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
