import type { Node } from '../syntax/source.ts';
import type { FindingContext } from './context.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { enclosingFunction } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { droppedReads } from '../ownership/index.ts';

/**
 * Whether a name holds a part of a value, such as `done` in `const { done } = await start();`, and every read of it
 * drops it. A chain on such a name is then the last use of its promise. A name for the result of a call is judged at
 * the call.
 */
export function isHeldPart(name: Node, context: FindingContext): boolean {
  if (name.type !== 'Identifier') return false;
  const variable = variableOf(name, context.source);
  const definition = variable === undefined ? undefined : definitionOf(variable)?.node;
  if (definition?.type !== 'VariableDeclarator' || definition.init === null) return false;
  const init = unwrap(definition.init);
  const isPart =
    definition.id.type === 'ObjectPattern' || (definition.id.type === 'Identifier' && init.type === 'MemberExpression');
  return isPart && enclosingFunction(definition) !== undefined && droppedReads(name, context) !== undefined;
}
