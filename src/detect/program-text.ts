import type { Position } from './source-map.ts';

export const CLOSING = ')]}';
export const OPENING = '([{';

/** The innermost bracket at or before `from` that is not closed by then. */
export function unmatched(text: string, from: number, until: number): number | undefined {
  let depth = 0;
  for (let index = from; index >= Math.max(0, until); index -= 1) {
    const letter = text[index] ?? '';
    if (CLOSING.includes(letter)) depth += 1;
    else if (OPENING.includes(letter)) {
      if (depth === 0) return index;
      depth -= 1;
    }
  }
  return undefined;
}

/** Where the expression ends that begins at `begin`: at a semicolon, or with what is around it. */
export function endOf(text: string, begin: number, until: number): number {
  let depth = 0;
  for (let index = begin; index < until; index += 1) {
    const letter = text[index] ?? ';';
    if (OPENING.includes(letter)) depth += 1;
    else if (CLOSING.includes(letter)) depth -= 1;
    if (depth < 0 || (depth === 0 && letter === ';')) return index;
  }
  return until;
}

export function offsetOf({ line, column }: Position, text: string): number | undefined {
  let offset = 0;
  for (let count = 1; count < line; count += 1) {
    offset = text.indexOf('\n', offset) + 1;
    if (offset === 0) return undefined;
  }
  return offset + column - 1;
}

export function positionOf(offset: number, file: string, text: string): Position {
  const before = text.slice(0, offset);
  return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
