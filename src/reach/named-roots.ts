import type { HandlerName } from '../handlers/handler.ts';
import type { ReachEvidence } from './evidence.ts';
import type { Root } from './roots.ts';
import { isLikely, rankOf } from '../handlers/handler.ts';
import { addTo } from '../syntax/grouping.ts';
import { idOf } from './function-key.ts';

/** A handler function with the evidence that says most about it, and the number of its routes. */
export interface NamedRoot extends Root {
  readonly routes: number;
}

/**
 * Lists each function once, in the order of files. The evidence that says most names it: its registration before its
 * types, these before the roles of its parameters.
 */
export function namedRoots(roots: readonly Root[]): NamedRoot[] {
  const byFunction = new Map<string, Root[]>();
  for (const root of roots) addTo(byFunction, idOf(root.key), root);
  return [...byFunction.values()].flatMap((found) => {
    const best = found.reduce((known, other) => (rankOf(other.handler.by) < rankOf(known.handler.by) ? other : known));
    const rank = rankOf(best.handler.by);
    const routes = new Set(
      found.filter(({ handler }) => rankOf(handler.by) === rank).map(({ handler }) => handler.route),
    );
    return [{ ...best, routes: routes.size }];
  });
}

/** Whether a handler is known only by its own types or parameters. A route that runs it is a better name for it. */
export function isSelfDeclared({ by, kind, route }: HandlerName): boolean {
  const says = by === 'parameters' || by === 'type' || (by === 'shape' && kind === 'request');
  return says && !route.includes('/');
}

/** Whether a function is registered with something that calls it later, so that the surrounding code doesn't run it. */
export function isRegistered({ by, kind }: HandlerName): boolean {
  return by === 'registration' || (by === 'shape' && kind !== 'request');
}

/** How certain it is that a function is a handler. */
export function evidenceOf({ by }: HandlerName): ReachEvidence {
  return isLikely(by) ? 'likely' : 'sure';
}
