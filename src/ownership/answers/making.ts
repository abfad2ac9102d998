import type { TSESTree } from '@typescript-eslint/types';
import type { Context } from '../context.ts';
import { ANSWER_CLASSES, CONTEXT_NAMES } from '../../catalog/conventions.ts';
import { definitionOf, variableOf } from '../../syntax/binding.ts';
import { methodCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { unwrap } from '../../syntax/unwrap.ts';

/** Whether a call creates the text of the response that the handler returns: `Response.json(…)`, `c.json(…)`. */
export function makesAnswer(call: TSESTree.CallExpression, { source, entryOf }: Context): boolean {
  const made = methodCall(call);
  const object = made?.method === 'json' ? unwrap(made.object) : undefined;
  if (object?.type !== 'Identifier') return false;
  if (ANSWER_CLASSES.test(object.name)) return true;
  const variable = CONTEXT_NAMES.test(object.name) ? variableOf(object, source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable);
  return (
    definition?.type === 'Parameter' &&
    isFunction(definition.node) &&
    definition.node.params[0] === definition.name &&
    entryOf(definition.node) !== undefined
  );
}
