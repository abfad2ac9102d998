/** A part of a sentence: words, or code from between backticks. */
export interface ProsePart {
  readonly text: string;
  readonly isCode: boolean;
}

/** Splits one of our sentences at its backticks. An unpaired backtick is an ordinary character. */
export function proseParts(sentence: string): ProsePart[] {
  return sentence
    .split(/(`[^`]+`)/)
    .filter((text) => text !== '')
    .map((text) => (/^`[^`]+`$/.test(text) ? { text: text.slice(1, -1), isCode: true } : { text, isCode: false }));
}

/** `declared async` → `Declared async`; a sentence that begins with code does not change. */
export function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
