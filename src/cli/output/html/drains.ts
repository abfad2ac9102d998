import type { Account } from '../account.ts';
import { renderCode } from './code.ts';
import { codeHtml, proseHtml } from './escape.ts';

/** The servers that now wait for their tasks, with the change of each file. */
export function renderDrains({ drains }: Account): string {
  if (drains.length === 0) return '';
  const files = drains.map(
    (drain) => `<div class="drain">
<p>${proseHtml(drain.done)}</p>
<p class="place">${codeHtml(drain.place)}</p>
${renderCode(drain)}
</div>`,
  );
  return (
    `<section class="drains" aria-labelledby="drains-name">\n` +
    `<h2 id="drains-name">Shutdown</h2>\n${files.join('\n')}\n</section>`
  );
}
