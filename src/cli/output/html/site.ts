import type { AccountedSite } from '../account.ts';
import { FORMS } from '../../../findings/forms.ts';
import { counted } from '../../terminal.ts';
import { ADVICE_WORDS, OUTCOME_WORDS } from '../account.ts';
import { STEP_WORDS } from '../words.ts';
import { capitalized } from '../prose.ts';
import { renderCode } from './code.ts';
import { codeHtml, escapeHtml, proseHtml } from './escape.ts';

/** One finding: what is launched and where, its code, and what was done. */
export function renderSite(site: AccountedSite, id: string): string {
  const { callee, place, outcome, form, framework } = site;
  const data = `data-outcome="${outcome}" data-form="${form}" data-framework="${escapeHtml(framework)}"`;
  return `<article class="site" id="${id}" ${data} aria-labelledby="${id}-name">
<header>
<h4 id="${id}-name">${codeHtml(callee)}</h4>
<p class="badge ${outcome}">${OUTCOME_WORDS[outcome]}</p>
<p class="place">${codeHtml(place)}</p>
</header>
${renderCode(site)}
<dl>${rowsOf(site)
    .map(([name, text]) => `\n<div><dt>${name}</dt><dd>${text}</dd></div>`)
    .join('')}
</dl>
</article>`;
}

/** The rows about a finding: a label, and text that is already HTML. */
function rowsOf({ form, chain, others, reached, evidence, outcome, done, advice }: AccountedSite): [string, string][] {
  const through = chain.length === 0 ? 'in the handler itself' : `through ${chain.map(codeHtml).join(' → ')}`;
  const more = others === 0 ? '' : `, and from ${counted(others, 'other route')}`;
  return [
    ['Launched', `${proseHtml(capitalized(FORMS[form].words))} <span class="form">${form}</span>`],
    ['Reached', `${capitalized(through)}${more} (${reached})`],
    ['Evidence', `Known from ${proseHtml(STEP_WORDS[evidence.step])}: ${proseHtml(evidence.why)}`],
    ...(done === '' ? [] : [['Change', proseHtml(done)] satisfies [string, string]]),
    ...(advice === '' ? [] : [[ADVICE_WORDS[outcome], proseHtml(advice)] satisfies [string, string]]),
  ];
}
