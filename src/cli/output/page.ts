import type { Terminal } from '../terminal.ts';
import type { Account } from './account.ts';
import type { Format } from './format.ts';
import { renderGithub } from './github.ts';
import { renderHtml } from './html/page.ts';
import { renderMarkdown } from './markdown.ts';

/** An account in one of the formats that people read. */
export function renderPage(
  account: Account,
  format: Exclude<Format, 'text' | 'json'>,
  { cwd }: Pick<Terminal, 'cwd'>,
): string {
  if (format === 'github') return renderGithub(account, process.env['GITHUB_WORKSPACE'] ?? cwd);
  return format === 'html' ? renderHtml(account) : renderMarkdown(account);
}
