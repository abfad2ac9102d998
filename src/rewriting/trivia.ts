import type { Node } from '../syntax/source.ts';
import type { Edit } from './edit.ts';
import { replace } from './edit.ts';

/**
 * Offset of the first character from `start` on that is neither white space nor part of a comment; `end` when there is
 * none.
 */
export function skipTrivia(text: string, start: number, end = text.length): number {
  let offset = start;
  while (offset < end) {
    const comment = commentEnd(text, offset);
    if (comment !== undefined) offset = comment;
    else if (isSpace(text, offset)) offset += 1;
    else return offset;
  }
  return end;
}

/**
 * Removes the code between two tokens and keeps its comments with the white space after each, so that a line comment
 * still ends, and one that begins a line still does. The range must not contain strings, templates or regular
 * expressions.
 */
export function removeCode(text: string, start: number, end: number): Edit[] {
  const removals: Edit[] = [];
  let from = start;
  let offset = start;
  while (offset < end) {
    const comment = commentEnd(text, offset);
    if (comment === undefined) {
      offset += 1;
      continue;
    }
    const before = text.slice(from, offset);
    const blanks = before.slice(before.trimEnd().length);
    const to = /[\r\n]/.test(blanks) ? offset - blanks.length : offset;
    if (to > from) removals.push(replace(from, to, ''));
    offset = comment;
    while (offset < end && isSpace(text, offset)) offset += 1;
    from = offset;
  }
  if (end > from) removals.push(replace(from, end, ''));
  return removals;
}

/** The same for the end of an expression: a comment after it stays separate from it. */
export function removeTail(text: string, start: number, end: number): Edit[] {
  const blanks = /^\s*(?=\/[/*])/.exec(text.slice(start, end))?.[0] ?? '';
  return removeCode(text, start + blanks.length, end);
}

/**
 * Removes what precedes `node` from `start` on, except comments, with the closing partners of the removed parentheses.
 */
export function removeHead(text: string, start: number, node: Node): Edit[] {
  return [...removeCode(text, start, node.range[0]), ...removeClosingParens(text, start, node.range[0], node.range[1])];
}

/** Removes the closing partners, after `from`, of the opening parentheses between `start` and `end`. */
function removeClosingParens(text: string, start: number, end: number, from: number): Edit[] {
  const removals: Edit[] = [];
  let offset = from;
  for (let open = parensBetween(text, start, end); open > 0; open -= 1) {
    offset = skipTrivia(text, offset);
    if (text[offset] !== ')') break;
    removals.push(replace(offset, offset + 1, ''));
    offset += 1;
  }
  return removals;
}

function parensBetween(text: string, start: number, end: number): number {
  let count = 0;
  for (let offset = skipTrivia(text, start, end); offset < end; offset = skipTrivia(text, offset + 1, end)) {
    if (text[offset] === '(') count += 1;
  }
  return count;
}

/** Offset of the first `token` after `start` that is outside comments. */
export function findToken(text: string, token: string, start: number, end: number): number | undefined {
  for (let offset = skipTrivia(text, start, end); offset < end; offset = skipTrivia(text, offset + 1, end)) {
    if (text.startsWith(token, offset)) return offset;
  }
  return undefined;
}

/**
 * Where the comments that start on this line after `offset` end, if nothing else follows on the line; undefined
 * otherwise.
 */
export function restOfLine(text: string, offset: number): number | undefined {
  let end = offset;
  for (;;) {
    if (end >= text.length || isLineBreak(text, end)) return end;
    const comment = commentEnd(text, end);
    if (comment !== undefined) {
      if (/[\r\n\u2028\u2029]/.test(text.slice(end, comment))) return undefined;
      end = comment;
    } else if (isSpace(text, end)) end += 1;
    else return undefined;
  }
}

/** The end of the comment that starts at `offset`; undefined when none does. */
export function commentEnd(text: string, offset: number): number | undefined {
  if (text[offset] !== '/') return undefined;
  if (text[offset + 1] === '/') {
    let end = offset;
    while (end < text.length && !isLineBreak(text, end)) end += 1;
    return end;
  }
  if (text[offset + 1] !== '*') return undefined;
  const end = text.indexOf('*/', offset + 2);
  return end === -1 ? text.length : end + 2;
}

function isSpace(text: string, offset: number): boolean {
  return /\s/.test(text[offset] ?? '');
}

function isLineBreak(text: string, offset: number): boolean {
  return /[\r\n\u2028\u2029]/.test(text[offset] ?? '');
}
