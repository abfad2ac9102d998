/**
 * Which words stand in a text, in a few bits for each: it may say yes of a word that does not, and never no of one that
 * does. It is made as fast as a text is read, where a set of the words takes a hundred times as long and much memory.
 */
export type WordFilter = Uint32Array;

/** For each character of a text: of a hundred words that are not in it, about two are said to be. */
const BITS_PER_CHARACTER = 4;
const LEAST_BITS = 1024;

export function filterOf(text: string): WordFilter {
  const bits = Math.max(LEAST_BITS, 2 ** Math.ceil(Math.log2(text.length * BITS_PER_CHARACTER)));
  const filter = new Uint32Array(bits / 32);
  let hash = 0;
  let isInWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    if (isWordPart(char)) {
      hash = hashWith(hash, char);
      isInWord = true;
    } else if (isInWord) {
      add(filter, hash);
      hash = 0;
      isInWord = false;
    }
  }
  if (isInWord) add(filter, hash);
  return filter;
}

/** What a word is looked up by. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index += 1) hash = hashWith(hash, word.charCodeAt(index));
  return hash;
}

/** Whether a word may stand in the text of a filter. */
export function mayHold(filter: WordFilter, hash: number): boolean {
  return ((filter[placeOf(filter, hash)] ?? 0) & (1 << (hash & 31))) !== 0;
}

function add(filter: WordFilter, hash: number): void {
  const place = placeOf(filter, hash);
  filter[place] = (filter[place] ?? 0) | (1 << (hash & 31));
}

function placeOf(filter: WordFilter, hash: number): number {
  return (hash >>> 5) & (filter.length - 1);
}

function hashWith(hash: number, char: number): number {
  return Math.imul(hash ^ char, 0x01000193) ^ (hash >>> 15);
}

/** As `[\w$]` of an expression. */
export function isWordPart(char: number): boolean {
  return (
    (char >= 97 && char <= 122) ||
    (char >= 65 && char <= 90) ||
    (char >= 48 && char <= 57) ||
    char === 95 ||
    char === 36
  );
}
