import { javascriptLanguage, jsxLanguage, tsxLanguage, typescriptLanguage } from '@codemirror/lang-javascript';
import { classHighlighter, highlightCode } from '@lezer/highlight';

const LANGUAGES = {
  js: javascriptLanguage,
  json: javascriptLanguage,
  jsx: jsxLanguage,
  ts: typescriptLanguage,
  tsx: tsxLanguage,
};

export function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/**
 * Code as highlighted HTML, with the parser of the playground's editor. In shell scripts and settings, only comments
 * are highlighted.
 */
export function highlight(code, language) {
  const known = LANGUAGES[language];
  if (known === undefined)
    return code
      .split('\n')
      .map((line) => commented(line, language))
      .join('\n');
  let html = '';
  highlightCode(
    code,
    known.parser.parse(code),
    classHighlighter,
    (text, classes) =>
      (html += classes === '' ? escapeHtml(text) : `<span class="${classes}">${escapeHtml(text)}</span>`),
    () => (html += '\n'),
  );
  return html;
}

function commented(line, language) {
  const at = ['sh', 'yaml', 'dockerfile'].includes(language) ? /(?:^|\s)#\s/.exec(line) : null;
  return at === null
    ? escapeHtml(line)
    : `${escapeHtml(line.slice(0, at.index))}<span class="tok-comment">${escapeHtml(line.slice(at.index))}</span>`;
}
