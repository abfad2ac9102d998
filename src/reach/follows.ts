import type { Evaluation } from '../values/evaluation.ts';
import type { Edge } from './edges/index.ts';
import type { FunctionKey } from './function-key.ts';
import { moduleNameOf } from '../project/resolve.ts';

/**
 * Whether calls are followed along an edge. Code of the user's own that the sinks of settings or options are in is taken
 * for a package: nothing looks into it. Summaries do not know of it, so that configurations with other sinks share them.
 */
export function followsInto({ catalog, resolver, workspace }: Evaluation): (edge: Edge, from: FunctionKey) => boolean {
  const { described, forHandlers } = catalog;
  if (described.size === forHandlers.described.size) return () => true;
  return ({ to, through }, { path }) => {
    if (to.path === path) return true;
    const imported = through === undefined ? undefined : resolver.resolve(through, path);
    if (imported !== undefined && 'module' in imported) return false;
    return !described.has(moduleNameOf(to.path, workspace.packages));
  };
}
