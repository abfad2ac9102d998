/** Words that precede a nested statement or expression, and words that work as binary operators. */
const DEEPENING = new Set([
  'if',
  'else',
  'for',
  'while',
  'do',
  'with',
  'await',
  'typeof',
  'void',
  'delete',
  'new',
  'yield',
  'return',
  'throw',
  'in',
  'instanceof',
  'as',
  'satisfies',
  'keyof',
  'infer',
  'extends',
]);

/**
 * How deeply code may be nested, judging by its text: nested brackets, and chains without brackets, as in `a + a + …`,
 * `a ? b : c ? d : …` or `else if`. The result may be too high if a statement has no visible end, and is never much too
 * low.
 */
export function nestingOf(text: string): { brackets: number; chained: number } {
  const levels: Level[] = [];
  let level: Level = { operators: 0, words: 0 };
  let outside = 0;
  let brackets = 0;
  let chained = 0;
  let before = 0;
  let isLineEnded = false;
  const chain = (kind: keyof Level): void => {
    level[kind] += 1;
    chained = Math.max(chained, outside + level.operators + level.words);
  };
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    if (char <= 32) {
      if (char === 10 || char === 13) isLineEnded = true;
      continue;
    }
    const next = text.charCodeAt(index + 1);
    if (char === 47 && (next === 47 || next === 42)) {
      const end = next === 47 ? text.indexOf('\n', index) : text.indexOf('*/', index + 2);
      if (end !== -1) {
        index = next === 47 ? end - 1 : end + 1;
        continue;
      }
    }
    const isName = isNamePart(char);
    const start = index;
    if (isName) while (isNamePart(text.charCodeAt(index + 1))) index += 1;
    const word = isName && mayMean(char, index - start + 1) ? text.slice(start, index + 1) : '';
    const isDeepening = DEEPENING.has(word);
    if (before === 59 ? word !== 'else' : before === 125 && isName && !isDeepening) level = { operators: 0, words: 0 };
    else if (isLineEnded && endsStatement(before) && (isName || char === 34 || char === 39 || char === 123))
      level.operators = 0;
    isLineEnded = false;
    before = char;
    if (isName) {
      if (isDeepening) chain('words');
      continue;
    }
    switch (char) {
      case 34: // "
      case 39: // '
        index = endOfString(text, index, char);
        break;
      case 40: // (
      case 91: // [
      case 123: // {
        chain('operators');
        levels.push(level);
        outside += level.operators + level.words;
        level = { operators: 0, words: 0 };
        brackets = Math.max(brackets, levels.length);
        break;
      case 41:
      case 93:
      case 125: {
        const outer = levels.pop();
        level = outer ?? { operators: 0, words: 0 };
        outside -= level.operators + level.words;
        if (outer === undefined) outside = 0;
        break;
      }
      case 59: // ;
        break;
      case 44: // ,
        level = { operators: 0, words: 0 };
        break;
      default:
        chain('operators');
    }
  }
  return { brackets, chained };
}

const FIRST_LETTERS: ReadonlySet<number> = new Set([...DEEPENING].map((word) => word.charCodeAt(0)));
const LONGEST_WORD = Math.max(...[...DEEPENING].map(({ length }) => length));

/** Most names are none of the words. Their first letter and length show that without creating a string. */
function mayMean(first: number, length: number): boolean {
  return length > 1 && length <= LONGEST_WORD && FIRST_LETTERS.has(first);
}

/** What the current statement has chained so far, between two brackets. */
interface Level {
  operators: number;
  words: number;
}

function isNamePart(char: number): boolean {
  return (
    (char >= 97 && char <= 122) ||
    (char >= 65 && char <= 90) ||
    (char >= 48 && char <= 57) ||
    char === 95 ||
    char === 36 ||
    char > 127
  );
}

/** Whether a statement may end with a line whose last character is this one. */
function endsStatement(char: number): boolean {
  return isNamePart(char) || char === 41 || char === 93 || char === 125 || char === 34 || char === 39 || char === 96;
}

/** The offset of the closing quote. Without one in the same line, `start`: it was no quote. */
function endOfString(text: string, start: number, quote: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    if (char === quote) return index;
    if (char === 10) return start;
    if (char === 92) index += 1;
  }
  return start;
}
