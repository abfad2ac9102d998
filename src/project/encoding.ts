import { readFileSync } from 'node:fs';

/**
 * Whether `text` is all that the file at `path` holds. A file in another encoding was read with U+FFFD in place of what
 * was not understood,
 * and would be written back so.
 */
export function isWholeText(text: string, path: string): boolean {
  if (!text.includes('\uFFFD')) return true;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path)) === text;
  } catch {
    return false;
  }
}

/** `text`, with a byte order mark if `original` has one: the analyses work on text without it. */
export function withMarkOf(original: string, text: string): string {
  return original.startsWith('\uFEFF') ? `\uFEFF${text}` : text;
}
