import type { Finding } from '../findings/finding.ts';
import type { Source } from '../syntax/source.ts';

const DISABLED = /eslint-disable(?:-next-line|-line)?\s[^\n]*fire-task\/no-untracked-promises/;

/** An ESLint comment that switches the rule off for the line, or the file, switches the codemod and the reports off, too. */
export function isOptedOut({ node }: Finding, { text }: Source): boolean {
  const start = text.lastIndexOf('\n', node.range[0] - 1) + 1;
  const end = text.indexOf('\n', node.range[0]);
  const line = text.slice(start, end === -1 ? text.length : end);
  const before = text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1));
  const matches = (place: string, kind: string): boolean => DISABLED.exec(place)?.[0].startsWith(`eslint-disable${kind}`) === true;
  return matches(line, '-line') || matches(before, '-next-line') || /\/\*\s*eslint-disable\s[^*]*fire-task\/no-untracked-promises/.test(text);
}
