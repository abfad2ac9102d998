/** A stretch of a sentence: words, or code that stood between backticks. */
export interface ProsePart {
  readonly text: string;
  readonly isCode: boolean;
}

/** Takes a sentence of ours apart at its backticks. A backtick without a partner is a character like any other. */
export function proseParts(sentence: string): ProsePart[] {
  return sentence
    .split(/(`[^`]+`)/)
    .filter((text) => text !== '')
    .map((text) => (/^`[^`]+`$/.test(text) ? { text: text.slice(1, -1), isCode: true } : { text, isCode: false }));
}

/** `declared async` → `Declared async`; a sentence that begins with code stays as it is. */
export function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
