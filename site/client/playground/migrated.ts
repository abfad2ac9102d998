import { javascriptLanguage, tsxLanguage, typescriptLanguage } from '@codemirror/lang-javascript';
import { classHighlighter, highlightCode } from '@lezer/highlight';
import { diffLines } from 'diff';
import type { Language } from './examples.ts';
import { element } from './elements.ts';

/** The elements of a line. `ins` and `del` also tell screen readers what the codemod added and removed. */
const LINES = { come: ['ins', '+'], gone: ['del', '-'], same: ['span', ' '] } as const;

/** How many unchanged lines are shown before and after a change. */
const CONTEXT = 2;

/** What changes in the migrated file, with the original lines, and some lines around each change. */
export function renderMigrated(before: string, after: string, language: Language): Node[] {
  const parts = diffLines(before, after);
  return parts.flatMap(({ value, added, removed }, index) => {
    const [name, mark] = LINES[added ? 'come' : removed ? 'gone' : 'same'];
    const lines = linesOf(value, language).map((line) =>
      element(name, { class: 'line' }, element('span', { class: 'mark', 'aria-hidden': 'true' }, mark), ...line, '\n'),
    );
    return added || removed ? lines : folded(lines, index > 0, index < parts.length - 1);
  });
}

/** Unchanged lines, without those that are far from a change. */
function folded(lines: readonly Node[], isAfterChange: boolean, isBeforeChange: boolean): Node[] {
  const first = isAfterChange ? CONTEXT : 0;
  const last = isBeforeChange ? CONTEXT : 0;
  if (first + last === 0) return [];
  if (lines.length <= first + last + 1) return [...lines];
  return [
    ...lines.slice(0, first),
    element('span', { class: 'line hint' }, '⋯\n'),
    ...lines.slice(lines.length - last),
  ];
}

/** The highlighted lines of a text. For a part of a file, the parser does what it can. */
function linesOf(text: string, language: Language): (Node | string)[][] {
  const lines: (Node | string)[][] = [[]];
  const code = text.replace(/\n$/, '');
  const parser =
    language === 'js'
      ? javascriptLanguage.parser
      : /<\/|\/>/.test(code)
        ? tsxLanguage.parser
        : typescriptLanguage.parser;
  highlightCode(
    code,
    parser.parse(code),
    classHighlighter,
    (part, classes) => lines.at(-1)?.push(classes === '' ? part : element('span', { class: classes }, part)),
    () => lines.push([]),
  );
  return lines;
}
