import type { Evaluation } from '../values/evaluation.ts';
import type { Edge } from './edges/index.ts';
import type { FunctionKey } from './function-key.ts';
import { moduleNameOf } from '../project/module-resolver.ts';

/**
 * Whether to follow calls along an edge. The user's modules with sinks from settings or options count as packages, so
 * calls into them aren't followed. Summaries don't depend on these, so configurations with different sinks share them.
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
