import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Handler } from './handler.ts';
import { CLIENT_PACKAGES } from '../catalog/conventions.ts';
import { timerHandlers } from './by-timer.ts';
import { isLikely } from './handler.ts';
import { selfDeclaredHandlers } from './self-declared.ts';
import { conventionHandlers } from './by-convention.ts';
import { classHandlers } from './by-class.ts';
import { objectHandlers } from './by-object.ts';
import { listenerHandlers } from './by-listener.ts';
import { ownDecoratorHandlers } from './by-own-decorator.ts';
import { registeredHandlers } from './by-registration.ts';
import { routeShapeHandlers } from './by-route-shape.ts';
import { isOfBrowser } from './in-browser.ts';
import { perFile } from './per-file.ts';

/** Ordered by how much they say about a route. */
const WAYS = [
  registeredHandlers,
  conventionHandlers,
  objectHandlers,
  classHandlers,
  routeShapeHandlers,
  listenerHandlers,
  ownDecoratorHandlers,
  selfDeclaredHandlers,
];

/**
 * The handlers that a file declares or registers; a registered one may be in another file. A function found in several
 * ways is listed as found in the way that says most about its route, and once for each of its routes.
 */
export const findHandlers = perFile((source, evaluation): readonly Handler[] => {
  const byFunction = new Map<Node, { readonly find: unknown; readonly handlers: Handler[] }>();
  for (const find of WAYS) {
    for (const handler of find(source, evaluation)) {
      const known = byFunction.get(handler.node);
      const routes = known?.handlers.map(({ route }) => route) ?? [];
      const saysMore = handler.route.includes('/') && !routes.some((route) => route.includes('/'));
      if (known === undefined || (saysMore && !isLikely(handler.by)))
        byFunction.set(handler.node, { find, handlers: [handler] });
      else if (known.find === find && handler.route.includes('/') && !saysMore && !routes.includes(handler.route))
        known.handlers.push(handler);
    }
  }
  const found = [...byFunction.values()].flatMap(({ handlers }) => handlers);
  const timers = timerHandlers(source, evaluation, found).filter(({ node }) => !byFunction.has(node));
  return withoutPages(timers.length === 0 ? found : [...found, ...timers], source, evaluation);
});

/** Without what is only shaped like a handler, or listens to a server, where a browser runs the file. */
function withoutPages(found: readonly Handler[], source: Source, evaluation: Evaluation): readonly Handler[] {
  return found.some(mayBeInPage) && isOfBrowser(source, evaluation) ? found.filter((one) => !mayBeInPage(one)) : found;
}

function mayBeInPage({ by, entry }: Handler): boolean {
  return isLikely(by) || entry.packages.some((name) => CLIENT_PACKAGES.has(name));
}
