import type { Catalog } from '../catalog/lookup.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Origin } from './finding.ts';
import type { Options } from './options.ts';
import type { Look } from '../handlers/look.ts';
import { reachedFunctions } from '../handlers/reach.ts';
import { enclosingFunction, nameOf, qualifiedNameOf } from '../syntax/function.ts';

/**
 * Who runs the code at a node; undefined in all when no function of the file is reached.
 *
 * @param look - see `reachedFunctions`
 */
export function originsOf(
  source: Source,
  catalog: Catalog,
  options: Options,
  look?: Look,
): ((node: Node) => Origin | undefined) | undefined {
  if (options.reach === 'all') {
    return (node) => {
      const fn = outermostNamed(node);
      return (
        fn && {
          handler: { route: nameOf(fn) ?? 'function', kind: 'request', framework: '', by: 'reach' },
          chain: [],
          others: 0,
        }
      );
    };
  }
  const reached = reachedFunctions(source, catalog, options.reach, new Set(options.kinds), look);
  if (reached.size === 0) return undefined;
  return (node) => {
    for (let fn = enclosingFunction(node); fn !== undefined; fn = enclosingFunction(fn)) {
      const origin = reached.get(qualifiedNameOf(fn));
      if (origin !== undefined) return origin;
    }
    return undefined;
  };
}

/** The outermost function around a node, or the innermost that has a name. */
function outermostNamed(node: Node): FunctionNode | undefined {
  let last: FunctionNode | undefined;
  for (let fn = enclosingFunction(node); fn !== undefined; fn = enclosingFunction(fn)) {
    last = fn;
    if (nameOf(fn) !== undefined) return fn;
  }
  return last;
}
