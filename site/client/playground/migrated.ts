import { javascriptLanguage, tsxLanguage, typescriptLanguage } from '@codemirror/lang-javascript';
import { classHighlighter, highlightCode } from '@lezer/highlight';
import { diffLines } from 'diff';
import type { Language } from './examples.ts';
import { element } from './elements.ts';

/** The elements of a line. `ins` and `del` also tell screen readers what the codemod added and removed. */
const LINES = { come: ['ins', '+'], gone: ['del', '-'], same: ['span', ' '] } as const;

/** The migrated file, with the original lines where they differ. */
export function renderMigrated(before: string, after: string, language: Language): Node[] {
  return diffLines(before, after).flatMap(({ value, added, removed }) => {
    const [name, mark] = LINES[added ? 'come' : removed ? 'gone' : 'same'];
    return linesOf(value, language).map((line) =>
      element(name, { class: 'line' }, element('span', { class: 'mark', 'aria-hidden': 'true' }, mark), ...line, '\n'),
    );
  });
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
