import type { FoundSite } from '../survey.ts';

/** A handler and the sites that it runs. */
export interface RouteSites<Site extends FoundSite = FoundSite> {
  readonly route: string;
  readonly kind: string;
  readonly framework: string;
  readonly members: Site[];
}

/**
 * Groups sites by route, routes in the order of their first site. If two frameworks serve the same path, these are two
 * routes.
 */
export function byRoute<Site extends FoundSite>(sites: readonly Site[]): RouteSites<Site>[] {
  const routes = new Map<string, RouteSites<Site>>();
  for (const site of sites) {
    const { route, kind, framework } = site;
    const key = JSON.stringify([route, kind, framework]);
    const known = routes.get(key);
    if (known === undefined) routes.set(key, { route, kind, framework, members: [site] });
    else known.members.push(site);
  }
  return [...routes.values()];
}
