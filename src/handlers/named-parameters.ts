import type { Evaluation } from '../values/evaluation.ts';
import type { ExternalValue, Value } from '../values/value.ts';
import { parameterNames } from '../syntax/function.ts';
import { namedBy } from '../values/handed.ts';

/**
 * What is called on a parameter without a type, if the catalog knows what parameters with its name are in packages that
 * use a framework, and what the call yields: `ctx.reply()` for `(ctx) => { ctx.reply(x); }`, `app.service().get()` for
 * `({ app }) => …`. Undefined for anything else, because a name alone says little.
 */
export function ofNamedParameter(value: Value | undefined, evaluation: Evaluation): ExternalValue | undefined {
  if (value?.kind !== 'parameter') return undefined;
  const { catalog, workspace } = evaluation;
  const own = parameterNames(value.fn)[value.index];
  const [name, ...steps] = own === undefined ? value.path : [own, ...value.path];
  for (const { entry, facet } of (name === undefined ? undefined : catalog.namedParameters.get(name)) ?? []) {
    const named = namedBy(facet.is);
    const reached = named === undefined ? undefined : { ...named, steps: [...named.steps, ...steps] };
    if (
      reached !== undefined &&
      catalog.launches.find(reached) !== undefined &&
      workspace.packages.dependsOn(value.source.path, entry.packages)
    )
      return reached;
  }
  return undefined;
}
