import { variableOf } from '../syntax/binding.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';

/** The global `process`, an import of it, or a parameter with its name. */
export function isProcess(node: Node, source: Source, evaluation: Evaluation): boolean {
  if (node.type !== 'Identifier') return false;
  const value = evaluation.expression(node, source);
  if (value?.kind !== 'external')
    return node.name === 'process' && (value?.kind === 'parameter' || variableOf(node, source) === undefined);
  return value.module === 'process' || (value.module === 'global' && value.steps.join('.') === 'process');
}
