import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { FindingContext } from './context.ts';
import { definitionOf, readsOf, variableOf } from '../syntax/binding.ts';
import { propertyName } from '../syntax/call.ts';
import { enclosingFunction } from '../syntax/function.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { droppedReads } from '../ownership/index.ts';

/**
 * Whether a name holds a part of a value, such as `done` in `const { done } = await start();`, and every read of it
 * drops it. A chain on such a name is then the last use of its promise. A name for the result of a call is judged at
 * the call. The same for `result.done` in `const result = await start();`.
 */
export function isHeldPart(name: Node, context: FindingContext): boolean {
  if (name.type === 'MemberExpression') return isPartOfResult(name, context);
  if (name.type !== 'Identifier') return false;
  const variable = variableOf(name, context.source);
  const definition = variable === undefined ? undefined : definitionOf(variable)?.node;
  if (definition?.type !== 'VariableDeclarator' || definition.init === null) return false;
  const init = unwrap(definition.init);
  const isPart =
    definition.id.type === 'ObjectPattern' || (definition.id.type === 'Identifier' && init.type === 'MemberExpression');
  return isPart && enclosingFunction(definition) !== undefined && droppedReads(name, context) !== undefined;
}

/**
 * Whether an expression is a part of what an awaited call gave, and all that is done with the whole is to read its
 * parts. If a method of it is called, it may be a connection, whose promise tells that it has closed.
 */
function isPartOfResult(part: TSESTree.MemberExpression, context: FindingContext): boolean {
  const object = unwrap(part.object);
  const variable = object.type === 'Identifier' ? variableOf(object, context.source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable)?.node;
  if (variable === undefined || definition?.type !== 'VariableDeclarator' || definition.init === null) return false;
  const init = unwrap(definition.init);
  if (definition.id.type !== 'Identifier' || enclosingFunction(definition) === undefined) return false;
  if (init.type !== 'AwaitExpression' || unwrap(init.argument).type !== 'CallExpression') return false;
  return readsOf(variable).every((read) => {
    const member = wrapped(read).parent;
    if (member?.type !== 'MemberExpression' || member.object !== wrapped(read)) return false;
    const outer = wrapped(member).parent;
    if (outer?.type === 'CallExpression' && outer.callee === wrapped(member)) return false;
    return propertyName(member) !== propertyName(part) || context.ownershipOf(member).kind === 'lost';
  });
}
