import type { Node } from '../syntax/source.ts';
import type { Handler } from './handler.ts';
import { selfDeclaredHandlers } from './self-declared.ts';
import { conventionHandlers } from './by-convention.ts';
import { classHandlers } from './by-class.ts';
import { objectHandlers } from './by-object.ts';
import { listenerHandlers } from './by-listener.ts';
import { registeredHandlers } from './by-registration.ts';
import { routeShapeHandlers } from './by-route-shape.ts';
import { perFile } from './per-file.ts';

/** In the order of what they say of a route. */
const WAYS = [
  registeredHandlers,
  conventionHandlers,
  objectHandlers,
  classHandlers,
  routeShapeHandlers,
  listenerHandlers,
  selfDeclaredHandlers,
];

/**
 * The handlers that a file declares or registers; a registered one may stand in another file.
 * A function found in several ways is listed once, by the way that says most about its route.
 */
export const findHandlers = perFile((source, evaluation): readonly Handler[] => {
  const byFunction = new Map<Node, Handler>();
  for (const find of WAYS) {
    for (const handler of find(source, evaluation)) {
      const known = byFunction.get(handler.node);
      if (known === undefined || (!known.route.includes('/') && handler.route.includes('/')))
        byFunction.set(handler.node, handler);
    }
  }
  return [...byFunction.values()];
});
