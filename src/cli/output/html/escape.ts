import { proseParts } from '../prose.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** So many characters fit on the line of a phone. */
const SHORT = 24;

/**
 * A text as HTML that shows it, in an element or in a quoted attribute. Everything that comes from a user's code goes
 * through here.
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A name or a path within a text. A short one is kept on one line: `--dry-run` would break after its first hyphen. */
export function codeHtml(text: string): string {
  return `<code${text.length <= SHORT ? ' class="word"' : ''}>${escapeHtml(text)}</code>`;
}

/** A sentence, in which code stands between backticks. */
export function proseHtml(sentence: string): string {
  return proseParts(sentence)
    .map(({ text, isCode }) => (isCode ? codeHtml(text) : escapeHtml(text)))
    .join('');
}

/**
 * The same page in ASCII alone: shells that write what a program prints in an encoding of their own leave it readable.
 */
export function asciiHtml(html: string): string {
  return html.replace(
    /[^\n\t\x20-\x7E]/gu,
    (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`,
  );
}
