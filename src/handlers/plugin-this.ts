import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { ReceiverMatch } from './receiver-steps.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { methodCall } from '../syntax/call.ts';
import { thisOwner } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { stepReceivers } from './receiver-steps.ts';

/**
 * The receivers that a plugin without parameters reaches as `this`, and the results of their methods:
 * `module.exports = function () { const app = this; app.use('/orders', …); }`.
 */
export function receiversOfThis(object: Node, source: Source, evaluation: Evaluation): ReceiverMatch[] {
  const node = unwrap(object);
  if (node.type === 'CallExpression') {
    const called = methodCall(node);
    if (called === undefined) return [];
    return receiversOfThis(called.object, source, evaluation).flatMap(({ entry, receiver }) =>
      stepReceivers(entry, receiver, called.method),
    );
  }
  const written = node.type === 'Identifier' ? initialValue(node, source) : node;
  if (written?.type !== 'ThisExpression' || !isOfPlugin(written)) return [];
  return evaluation.catalog.entries.flatMap((entry) => {
    const receiver = entry.plugins?.asThis;
    const isUsed = receiver !== undefined && evaluation.workspace.packages.dependsOn(source.path, entry.packages);
    return isUsed ? [{ entry, receiver }] : [];
  });
}

function initialValue(name: TSESTree.Identifier, source: Source): Node | undefined {
  const variable = variableOf(name, source);
  const declared = variable === undefined ? undefined : definitionOf(variable)?.node;
  return declared?.type === 'VariableDeclarator' && declared.init !== null ? unwrap(declared.init) : undefined;
}

/** Whether `this` is that of a function without parameters that is assigned or exported, and no method. */
function isOfPlugin(node: Node): boolean {
  const owner = thisOwner(node);
  if (owner?.type === 'FunctionDeclaration') return owner.params.length === 0;
  if (owner?.type !== 'FunctionExpression' || owner.params.length > 0) return false;
  return ['AssignmentExpression', 'VariableDeclarator', 'ExportDefaultDeclaration'].includes(owner.parent.type);
}
