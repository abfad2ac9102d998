import type { Catalog } from '../catalog/lookup.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Handler } from './handler.ts';
import { currentGeneration } from '../project/files.ts';
import { annotatedHandlers } from './by-annotation.ts';
import { conventionHandlers } from './by-convention.ts';
import { classHandlers } from './by-decorator.ts';
import { objectHandlers } from './by-object.ts';
import { registeredHandlers } from './by-registration.ts';

const memo = new WeakMap<Source['ast'], { generation: number; catalog: Catalog; handlers: readonly Handler[] }>();

/**
 * The handlers that a file declares or registers; a registered one may stand in another file.
 * A function found in several ways is listed once, by the way that says most about its route.
 */
export function findHandlers(source: Source, catalog: Catalog): readonly Handler[] {
  const known = memo.get(source.ast);
  if (known?.generation === currentGeneration() && known.catalog === catalog) return known.handlers;
  const byFunction = new Map<Node, Handler>();
  for (const find of [registeredHandlers, conventionHandlers, objectHandlers, classHandlers, annotatedHandlers]) {
    for (const handler of find(source, catalog)) {
      const known = byFunction.get(handler.node);
      if (known === undefined || (!known.route.includes('/') && handler.route.includes('/'))) byFunction.set(handler.node, handler);
    }
  }
  const handlers = [...byFunction.values()];
  memo.set(source.ast, { generation: currentGeneration(), catalog, handlers });
  return handlers;
}
