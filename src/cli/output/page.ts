import type { Account } from './account.ts';
import type { Format } from './format.ts';
import { renderHtml } from './html/page.ts';
import { renderMarkdown } from './markdown.ts';

/** An account in one of the formats that are whole documents. */
export function renderPage(account: Account, format: Exclude<Format, 'text' | 'json'>): string {
  return format === 'html' ? renderHtml(account) : renderMarkdown(account);
}
