import type { Position, Sources } from './source-map.ts';
import { CLOSING, offsetOf, OPENING, positionOf, unmatched } from './program-text.ts';

/** What the source text shows about a call. */
export interface CallText {
  /** Where its expression begins: for `axios\n.get(x)\n.then(f)`, at `axios`. */
  readonly position: Position;
  /** What is called, on one line: `axios.get(x).then`. */
  readonly callee: string;
  /**
   * Whether the code passes the call's result on to its caller: `return run(x)`, `(x) => run(x)`. Then the result was
   * not lost there. A value that goes through a variable is not followed.
   */
  readonly isHandedOn: boolean;
}

/** How many characters before a call are searched for the beginning of its expression. */
const FARTHEST = 4000;
const LONGEST_CALLEE = 50;
/** Comes before one of several values that the whole expression may have: `a ? run(x) : b`, `a && run(x)`. */
const CHOOSES = /(?:[?:]|&&|\|\|)[\s(]*(?:new\s+)?$/;
const HANDS_ON = /(?:\breturn|=>)[\s(]*(?:new\s+)?$/;

/**
 * @param position - of a call, as V8 reports it: at the last name before the arguments, or at the arguments
 * @returns undefined if the text is not available
 */
export function callAt(position: Position, sources: Sources): CallText | undefined {
  const text = sources.textOf(position.file);
  const end = text === undefined ? undefined : offsetOf(position, text);
  if (text === undefined || end === undefined) return undefined;
  const start = Math.max(0, end - FARTHEST);
  const begin = start + beginningOf(text.slice(start, end), text[end] === '(');
  return {
    position: positionOf(begin, position.file, text),
    callee: shortened(
      text.slice(begin, end) + (/^(?:new\s+)?[\w$.#]*/.exec(text.slice(end, end + LONGEST_CALLEE))?.[0] ?? ''),
    ),
    isHandedOn: handsOn(text.slice(start, begin)),
  };
}

/** Whether the function returns the expression that comes after the text. */
function handsOn(before: string): boolean {
  if (HANDS_ON.test(before)) return true;
  if (!CHOOSES.test(before)) return false;
  let depth = 0;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const letter = before[index] ?? '';
    if (CLOSING.includes(letter)) depth += 1;
    else if (OPENING.includes(letter)) depth -= 1;
    if (depth < 0 || (depth === 0 && /[;}]/.test(letter))) return false;
    if (depth === 0 && (before.startsWith('=>', index) || /^\Wreturn\W/.test(before.slice(index - 1, index + 7))))
      return true;
  }
  return false;
}

/**
 * The call that a function was passed to: for `async` in `emitter.on('x', async () => …)`, it is `emitter.on`.
 *
 * @returns undefined if the function is not written in the call
 */
export function callAround(position: Position, sources: Sources): CallText | undefined {
  const text = sources.textOf(position.file);
  const end = text === undefined ? undefined : offsetOf(position, text);
  if (text === undefined || end === undefined) return undefined;
  // For V8, a declared function begins at its parameters.
  const isExpression = text.startsWith('async', end) || /\bfunction\s*$/.test(text.slice(Math.max(0, end - 40), end));
  if (!isExpression) return undefined;
  const opened = unmatched(text, end - 1, end - FARTHEST);
  if (opened === undefined || text[opened] !== '(') return undefined;
  const start = Math.max(0, opened - FARTHEST);
  const begin = start + beginningOf(text.slice(start, opened), true);
  if (begin === opened) return undefined;
  return {
    position: positionOf(begin, position.file, text),
    callee: shortened(text.slice(begin, opened)),
    isHandedOn: false,
  };
}

/** Where the expression begins that the text ends in. Its last name ends there, or else comes after the text. */
function beginningOf(text: string, endsWithName: boolean): number {
  let at = endsWithName ? memberBefore(text, text.length) : text.length;
  for (;;) {
    const dot = spacesBefore(text, at) - 1;
    if (text[dot] !== '.') return at;
    const next = memberBefore(text, spacesBefore(text, text[dot - 1] === '?' ? dot - 1 : dot));
    if (next >= at) return at;
    at = next;
  }
}

/** The beginning of `name(…)[…]`, which ends at `end`. */
function memberBefore(text: string, end: number): number {
  let at = end;
  while (CLOSING.includes(text[at - 1] ?? ' ')) {
    const opened = unmatched(text, at - 2, 0);
    if (opened === undefined) return at;
    const before = spacesBefore(text, opened);
    // In `return (a)`, the parenthesis doesn't belong to a call.
    if (before !== opened && (nameBefore(text, before) === before || text.slice(before, opened).includes('\n')))
      return opened;
    at = before;
  }
  return nameBefore(text, at);
}

/** Where the code before `end` ends, without white space and line comments. */
function spacesBefore(text: string, end: number): number {
  let at = end;
  for (;;) {
    while (at > 0 && /\s/.test(text[at - 1] ?? '')) at -= 1;
    // Only what ends a line can be a line comment.
    if (!text.slice(at, end).includes('\n')) return at;
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const comment = text.slice(start, at).indexOf('//');
    const isAddress = text[start + comment - 1] === ':' || /['"`]/.test(text.slice(start + comment, at));
    if (comment === -1 || isAddress) return at;
    at = start + comment;
  }
}

/** The beginning of the name that ends at `end`; `end` itself if there is none. */
function nameBefore(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[\w$#]/.test(text[at - 1] ?? '')) at -= 1;
  return /^(?:return|await|new|void|yield|typeof|case|else|do|of|in)$/.test(text.slice(at, end)) ? end : at;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/ ?(\??\.) ?/g, '$1');
  return line.length > LONGEST_CALLEE ? `…${line.slice(1 - LONGEST_CALLEE)}` : line;
}
