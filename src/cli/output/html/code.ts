import type { AccountedDrain, AccountedSite } from '../account.ts';
import type { CodeLine, CodePart, Gap } from '../code-lines.ts';
import { counted } from '../../terminal.ts';
import { codeLines } from '../code-lines.ts';
import { escapeHtml } from './escape.ts';

/** The element of a line. `del` and `ins` also tell screen readers what is removed and added. */
const ELEMENTS: Readonly<Record<CodeLine['mark'], string>> = { '-': 'del', '+': 'ins', '>': 'span', ' ': 'span' };
const CLASSES: Readonly<Record<CodeLine['mark'], string>> = {
  '-': 'line gone',
  '+': 'line come',
  '>': 'line here',
  ' ': 'line',
};

/** The code, before and after. It scrolls within its box, so the keyboard must be able to focus it. */
export function renderCode(site: AccountedSite | AccountedDrain): string {
  const label = `${site.excerpt.after === undefined ? 'Code' : 'Change'} at ${site.place}`;
  // Each line is a block element, so no line breaks are needed between them.
  return (
    '<pre class="code" tabindex="0" role="group" ' +
    `aria-label="${escapeHtml(label)}"><code>${codeLines(site).map(renderLine).join('')}</code></pre>`
  );
}

function renderLine(line: CodeLine | Gap): string {
  if ('left' in line) return `<span class="line gap">${counted(line.left, 'line')}</span>`;
  const { mark, number, parts } = line;
  const element = ELEMENTS[mark];
  const gutter =
    `<span class="number">${number === undefined ? '' : number.toString()}</span>` +
    `<span class="mark">${escapeHtml(mark)}</span>`;
  return (
    `<${element} class="${CLASSES[mark]}">${gutter}` +
    `<span class="text">${parts.map(renderPart).join('')}\n</span></${element}>`
  );
}

function renderPart({ text, isChanged }: CodePart): string {
  return isChanged ? `<span class="changed">${escapeHtml(text)}</span>` : escapeHtml(text);
}
