import type { FunctionNode } from '../syntax/function.ts';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { wrapped } from '../syntax/unwrap.ts';
import { writtenType } from './types/beside-literal.ts';

/**
 * The value of an unannotated parameter by the type of the object around its function, if the catalog says which type
 * argument applies: `env` in `{ fetch(request, env) { … } } satisfies ExportedHandler<Env>`.
 */
export function contextualParameter(
  fn: FunctionNode,
  index: number,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const property = wrapped(fn).parent;
  if (property?.type !== 'Property' || property.parent.type !== 'ObjectExpression') return undefined;
  const written = writtenType(property.parent);
  if (!('type' in written) || written.type.type !== 'TSTypeReference') return undefined;
  const given = written.type.typeArguments?.params;
  const type = given === undefined ? undefined : evaluation.type(written.type, source);
  if (given === undefined || type?.kind !== 'external') return undefined;
  for (const { facet } of evaluation.catalog.objectTypes.findAll(type)) {
    const argument = given[facet.parameters?.[index] ?? -1];
    if (argument !== undefined) return evaluation.type(argument, source);
  }
  return undefined;
}
