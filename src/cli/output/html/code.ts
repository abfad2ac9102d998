import type { AccountedDrain, AccountedSite } from '../account.ts';
import type { CodeLine, CodePart, Gap } from '../code-lines.ts';
import { counted } from '../../terminal.ts';
import { codeLines } from '../code-lines.ts';
import { escapeHtml } from './escape.ts';

/** The element of a line: what goes and what comes is said to a screen reader, too. */
const ELEMENTS: Readonly<Record<CodeLine['mark'], string>> = { '-': 'del', '+': 'ins', '>': 'span', ' ': 'span' };
const CLASSES: Readonly<Record<CodeLine['mark'], string>> = {
  '-': 'line gone',
  '+': 'line come',
  '>': 'line here',
  ' ': 'line',
};

/** Code, before and after; it scrolls inside itself, so it can be reached by keyboard. */
export function renderCode(site: AccountedSite | AccountedDrain): string {
  const label = `${site.excerpt.after === undefined ? 'Code' : 'Change'} at ${site.place}`;
  // Each line is a block of its own, so between them stands no line break.
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
