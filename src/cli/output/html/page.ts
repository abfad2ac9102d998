import { createHash } from 'node:crypto';
import type { Account } from '../account.ts';
import type { AnchoredSite } from './routes.ts';
import { byRoute } from '../routes.ts';
import { renderDrains } from './drains.ts';
import { asciiHtml, escapeHtml } from './escape.ts';
import { renderFilters } from './filters.ts';
import { renderRouteList, renderRoutes } from './routes.ts';
import { pageScript } from './script.ts';
import { STYLE } from './style/index.ts';
import { renderPersonPart, renderSummary, renderUnknownPart } from './summary.ts';

/**
 * The account as a self-contained page. It needs no network, and everything is readable without its script. The same
 * account gives the same page.
 */
export function renderHtml(account: Account): string {
  const sites = account.sites.map((site, index) => ({ ...site, anchor: `finding-${(index + 1).toString()}` }));
  const script = pageScript();
  return asciiHtml(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${account.headline} - ${account.command}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
${renderSummary(account)}
<main>
${renderPersonPart(account, sites)}
${renderDrains(account)}
${renderFindings(sites)}
${renderUnknownPart(account)}
</main>
<script>${script}</script>
</body>
</html>`);
}

function renderFindings(sites: readonly AnchoredSite[]): string {
  if (sites.length === 0)
    return (
      '<section id="findings" aria-labelledby="findings-name">\n' +
      '<h2 id="findings-name">Findings</h2>\n<p>None.</p>\n</section>'
    );
  const routes = byRoute(sites);
  return `<section id="findings" aria-labelledby="findings-name" tabindex="-1">
<h2 id="findings-name">Findings by route</h2>
<div class="columns">
<div class="aside">
${renderFilters(sites)}
${renderRouteList(routes)}
</div>
<div class="routes">
${renderRoutes(routes)}
</div>
</div>
</section>`;
}

/** Nothing is loaded, and only our script runs: even if the user's code were not escaped, none of it would run. */
function policy(script: string): string {
  return (
    `default-src 'none'; style-src '${hashOf(STYLE)}'; script-src '${hashOf(script)}'; base-uri 'none'; ` +
    `form-action 'none'`
  );
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
