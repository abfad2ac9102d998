import type { FoundSite } from '../survey.ts';

/** A handler and the sites that it runs. */
export interface RouteSites<Site extends FoundSite = FoundSite> {
  readonly route: string;
  /** The route for people, with the framework where several frameworks have one of that name. */
  readonly heading: string;
  readonly kind: string;
  readonly framework: string;
  readonly members: Site[];
}

/**
 * Groups sites by route, routes in the order of their first site. If two frameworks serve the same path, these are two
 * routes.
 */
export function byRoute<Site extends FoundSite>(sites: readonly Site[]): RouteSites<Site>[] {
  const routes = new Map<string, Omit<RouteSites<Site>, 'heading'>>();
  for (const site of sites) {
    const { route, kind, framework } = site;
    const key = JSON.stringify([route, kind, framework]);
    const known = routes.get(key);
    if (known === undefined) routes.set(key, { route, kind, framework, members: [site] });
    else known.members.push(site);
  }
  const frameworks = new Map<string, Set<string>>();
  for (const { route, framework } of routes.values())
    frameworks.set(route, (frameworks.get(route) ?? new Set()).add(framework));
  return [...routes.values()].map((one) => {
    const isAlone = frameworks.get(one.route)?.size === 1;
    return { ...one, heading: isAlone ? one.route : `${one.route} (${one.framework})` };
  });
}
