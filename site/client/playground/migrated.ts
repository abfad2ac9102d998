import { javascriptLanguage, tsxLanguage, typescriptLanguage } from '@codemirror/lang-javascript';
import { classHighlighter, highlightCode } from '@lezer/highlight';
import { diffLines } from 'diff';
import type { Language } from './examples.ts';
import { element } from './elements.ts';

/** A line of the migrated file; those that the codemod wrote or took away say so to a screen reader, too. */
const LINES = { come: ['ins', '+'], gone: ['del', '-'], same: ['span', ' '] } as const;

/** The migrated file, with the lines that were before where they differ. */
export function renderMigrated(before: string, after: string, language: Language): Node[] {
  return diffLines(before, after).flatMap(({ value, added, removed }) => {
    const [name, mark] = LINES[added ? 'come' : removed ? 'gone' : 'same'];
    return linesOf(value, language).map((line) =>
      element(name, { class: 'line' }, element('span', { class: 'mark', 'aria-hidden': 'true' }, mark), ...line, '\n'),
    );
  });
}

/** The lines of a text, highlighted; a text that is cut out of its file is read as well as it can be. */
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
