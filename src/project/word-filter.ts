/**
 * A Bloom filter of the words in a text: it may report a word that isn't there, but never misses one that is. Creating
 * it takes as long as reading the text; a set of the words would take a hundred times as long, and much memory.
 */
export type WordFilter = Uint32Array;

/** With this many, a filter wrongly reports about two in a hundred words that the text lacks. */
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

/** The hash by which filters look up a word. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index += 1) hash = hashWith(hash, word.charCodeAt(index));
  return hash;
}

/** Whether a filter's text may contain a word. */
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

/** Whether `[\w$]` matches the character. */
export function isWordPart(char: number): boolean {
  return (
    (char >= 97 && char <= 122) ||
    (char >= 65 && char <= 90) ||
    (char >= 48 && char <= 57) ||
    char === 95 ||
    char === 36
  );
}
