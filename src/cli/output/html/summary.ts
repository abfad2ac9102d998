import type { Account, Concern, Figure } from '../account.ts';
import type { AnchoredSite } from './routes.ts';
import { concernsIn, OUTCOME_WORDS } from '../account.ts';
import { codeHtml, escapeHtml, proseHtml } from './escape.ts';

/** The result of the run: a sentence, the numbers, and what they count. */
export function renderSummary({ command, headline, figures, remarks, sureness, warnings }: Account): string {
  return `<header class="summary">
<p class="command">${codeHtml(command)}</p>
<h1>${proseHtml(headline)}</h1>
${renderBar(figures)}
<dl class="figures">${figures.map(renderFigure).join('')}
</dl>
${[...remarks, ...sureness, ...warnings].map((remark) => `<p class="remark">${proseHtml(remark)}</p>`).join('\n')}
</header>`;
}

/** What the user must look at and do next, with a link to each finding. */
export function renderPersonPart({ failures, openShutdowns, steps }: Account, sites: readonly AnchoredSite[]): string {
  const { left, notes } = concernsIn(sites);
  const groups: [string, string[]][] = [
    [
      'Failed files',
      failures.map(
        ({ place, reason }) => `<li><p>${codeHtml(place)}</p><p>Left as it was. ${proseHtml(reason)}</p></li>`,
      ),
    ],
    ['Left as they are', left.map(renderConcern)],
    [
      'Nothing waits for the tasks at shutdown yet',
      openShutdowns.map(
        ({ places, reason }) => `<li><p>${places.map(codeHtml).join(', ')}</p><p>${proseHtml(reason)}</p></li>`,
      ),
    ],
    ['Worth knowing', notes.map(renderConcern)],
    ['Next', steps.map((step) => `<li>${proseHtml(step)}</li>`)],
  ];
  const shown = groups.filter(([, items]) => items.length > 0);
  const content = shown.map(
    ([name, items]) =>
      `<div class="group">\n<h3>${name}</h3>\n` +
      `<ul${name === 'Next' ? ' class="steps"' : ''}>\n${items.join('\n')}\n</ul>\n</div>`,
  );
  return (
    `<section class="person" aria-labelledby="person-name">\n<h2 id="person-name">Needs manual work</h2>\n` +
    `${content.length === 0 ? '<p>Nothing.</p>' : content.join('\n')}\n</section>`
  );
}

/** The calls that could not be resolved, if requested. */
export function renderUnknownPart({ unknown }: Account): string {
  if (unknown.length === 0) return '';
  const items = unknown.map(
    ({ place, callee }) => `<li>${codeHtml(callee)} <span class="place">${codeHtml(place)}</span></li>`,
  );
  return `<section aria-labelledby="unknown-name">
<h2 id="unknown-name">Not known</h2>
<p>Of these calls it cannot be known whether they launch; the rule is silent there.</p>
<ul class="unknown">
${items.join('\n')}
</ul>
</section>`;
}

function renderConcern({ advice, sites }: Concern<AnchoredSite>): string {
  const places = sites.map(
    ({ anchor, callee, place }) =>
      `<li><a href="#${anchor}">${codeHtml(callee)}</a> <span class="place">${escapeHtml(place)}</span></li>`,
  );
  return `<li><p>${proseHtml(advice)}</p>\n<ul class="places">\n${places.join('\n')}\n</ul></li>`;
}

function renderFigure({ count, outcome }: Figure): string {
  return (
    `\n<div class="${outcome}${count === 0 ? ' none' : ''}">` +
    `<dt>${OUTCOME_WORDS[outcome]}</dt><dd>${count.toString()}</dd></div>`
  );
}

/** A bar that shows each outcome's share of the findings; the numbers below repeat it. */
function renderBar(figures: readonly Figure[]): string {
  const shown = figures.filter(({ count, outcome }) => count > 0 && outcome !== 'failed');
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return '';
  let start = 0;
  const parts = shown.map(({ count, outcome }) => {
    const part = `<rect class="${outcome}" x="${start.toString()}" y="0" width="${count.toString()}" height="1"/>`;
    start += count;
    return part;
  });
  return (
    `<svg class="bar" viewBox="0 0 ${total.toString()} 1" preserveAspectRatio="none" aria-hidden="true" ` +
    `focusable="false">${parts.join('')}</svg>`
  );
}
