import type { AnchoredSite } from './routes.ts';
import type { SiteOutcome } from '../account.ts';
import { OUTCOME_WORDS } from '../account.ts';
import { escapeHtml } from './escape.ts';

/** The form that filters the findings, hidden until its script runs. */
export function renderFilters(sites: readonly AnchoredSite[]): string {
  return `<form id="filters" role="search" aria-label="Findings" hidden>
<div class="wide"><label for="filter-text">Search</label>
<input id="filter-text" name="text" type="search" autocomplete="off" spellcheck="false"
  placeholder="route, file, function, code"></div>
${renderChoice(
  'outcome',
  'Outcome',
  sites.map(({ outcome }) => outcome),
  (value) => OUTCOME_WORDS[value as SiteOutcome],
)}
${renderChoice(
  'form',
  'Form',
  sites.map(({ form }) => form),
)}
${renderChoice(
  'framework',
  'Framework',
  sites.map(({ framework }) => framework),
  (value) => (value === '' ? 'none' : value),
)}
<div class="shown wide"><p id="shown" role="status" aria-live="polite"></p>
<button type="button" disabled>Clear</button></div>
</form>`;
}

/** A selection from the findings' values, each with its count; `*` selects all. */
function renderChoice(
  name: string,
  label: string,
  values: readonly string[],
  wordsOf = (value: string): string => value,
): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const options = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([value, count]) =>
        `<option value="${escapeHtml(value)}">${escapeHtml(wordsOf(value))} (${count.toString()})</option>`,
    );
  return (
    `<div${name === 'outcome' ? ' class="wide"' : ''}><label for="filter-${name}">${label}</label>` +
    `<select id="filter-${name}" name="${name}"><option value="*">All</option>${options.join('')}</select></div>`
  );
}
