import { readFileSync } from 'node:fs';

/**
 * Whether `text` is the complete content of the file at `path`. In a file with another encoding, U+FFFD replaces what
 * could not be decoded, and writing the text back would destroy it.
 */
export function isWholeText(text: string, path: string): boolean {
  if (!text.includes('\uFFFD')) return true;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path)) === text;
  } catch {
    return false;
  }
}

/** `text`, with a byte order mark if `original` has one. The analyses use text without it. */
export function withMarkOf(original: string, text: string): string {
  return original.startsWith('\uFEFF') ? `\uFEFF${text}` : text;
}
