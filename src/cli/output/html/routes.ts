import type { AccountedSite } from '../account.ts';
import type { RouteSites } from '../routes.ts';
import { counted } from '../../terminal.ts';
import { HANDLER_WORDS } from '../words.ts';
import { codeHtml, escapeHtml } from './escape.ts';
import { renderSite } from './site.ts';

/** A finding with an anchor that the rest of the page links to. */
export type AnchoredSite = AccountedSite & { readonly anchor: string };

/** The findings, grouped by route. */
export function renderRoutes(routes: readonly RouteSites<AnchoredSite>[]): string {
  return routes.map((route, index) => renderRoute(route, `route-${(index + 1).toString()}`)).join('\n');
}

/** Links to the routes. */
export function renderRouteList(routes: readonly RouteSites<AnchoredSite>[]): string {
  const items = routes.map(
    ({ heading, members }, index) =>
      `<li><a href="#route-${(index + 1).toString()}"><span class="path">${escapeHtml(heading)}</span> ` +
      `<span class="count">${members.length.toString()}</span></a></li>`,
  );
  return `<nav class="contents" aria-labelledby="contents-name">
<h3 id="contents-name">Routes</h3>
<ol>
${items.join('\n')}
</ol>
</nav>`;
}

function renderRoute({ route, kind, framework, members }: RouteSites<AnchoredSite>, id: string): string {
  const known = [...new Set(members.map(({ by }) => HANDLER_WORDS[by]))].join(', or ');
  const facts = [framework, `${kind} handler, known by ${known}`, counted(members.length, 'finding')].filter(
    (fact) => fact !== '',
  );
  return `<section class="route" id="${id}" aria-labelledby="${id}-name">
<h3 id="${id}-name">${codeHtml(route)}</h3>
<ul class="facts">${facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join('')}</ul>
${members.map((site) => renderSite(site, site.anchor)).join('\n')}
</section>`;
}
