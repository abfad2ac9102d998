import { proseParts } from '../prose.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The number of characters that fit on one line of a phone. */
const SHORT = 24;

/**
 * Escapes text for an element or a quoted attribute. Everything that comes from the user's code passes through here.
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A name or a path within a text. A short one stays on one line: `--dry-run` would otherwise break after a hyphen. */
export function codeHtml(text: string): string {
  return `<code${text.length <= SHORT ? ' class="word"' : ''}>${escapeHtml(text)}</code>`;
}

/** A sentence with code in backticks, as HTML. */
export function proseHtml(sentence: string): string {
  return proseParts(sentence)
    .map(({ text, isCode }) => (isCode ? codeHtml(text) : escapeHtml(text)))
    .join('');
}

/** The same page in pure ASCII: some shells re-encode a program's output, and would otherwise garble it. */
export function asciiHtml(html: string): string {
  return html.replace(
    /[^\n\t\x20-\x7E]/gu,
    (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`,
  );
}
