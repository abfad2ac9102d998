import type { Edit } from '../../rewriting/edit.ts';
import type { Node } from '../../syntax/source.ts';
import type { EntryList } from './config-value.ts';
import { close, open, replace } from '../../rewriting/edit.ts';
import { findToken, skipTrivia } from '../../rewriting/trivia.ts';

/** Adds entries to the end of a list; undefined when the list ends with a hole. */
export function appendedTo(
  list: EntryList,
  entries: readonly string[],
  text: string,
  newline: string,
): Edit[] | undefined {
  const { members, end } = list;
  const start = (findToken(text, text[end] === ')' ? '(' : '[', list.opensAfter, end) ?? list.opensAfter) + 1;
  const last = members.at(-1);
  if (last === undefined) return members.length > 0 ? undefined : intoEmpty(start, end, entries, text, newline);
  const lastEnd = endInParentheses(
    last,
    members.slice(0, -1).findLast((each) => each !== undefined)?.range[1] ?? start,
    text,
  );
  const comma = findToken(text, ',', lastEnd, end);
  const isOnLines = text.slice(start, members[0]?.range[0]).includes('\n') && text.slice(lastEnd, end).includes('\n');
  if (!isOnLines)
    return [
      open(comma === undefined ? lastEnd : comma + 1, `${comma === undefined ? ', ' : ' '}${entries.join(', ')}`),
    ];
  const indent = indentAt(last.range[0], text);
  // Comments after the last entry stay where they are.
  const place = lastEnd + text.slice(lastEnd, end).trimEnd().length;
  const lines = entries.map((entry) => `${newline}${indent}${entry}`).join(',');
  return [
    ...(comma === undefined ? [close(lastEnd, ',')] : []),
    open(place, `${lines}${comma === undefined ? '' : ','}`),
  ];
}

function intoEmpty(start: number, end: number, entries: readonly string[], text: string, newline: string): Edit[] {
  const inside = text.slice(start, end);
  if (inside.trim() === '' && entries.length === 1) return [replace(start, end, entries.join())];
  const indent = indentAt(start, text);
  const unit = /\n(\t| {2,})\S/.exec(text)?.[1] ?? '  ';
  const lines = entries.map((entry) => `${newline}${indent}${unit}${entry},`).join('');
  return [replace(start + inside.trimEnd().length, end, `${lines}${newline}${indent}`)];
}

/** The end of a member, after any parentheses around it that open after `from`: `(a)`. */
function endInParentheses(member: Node, from: number, text: string): number {
  let end = member.range[1];
  for (
    let at = findToken(text, '(', from, member.range[0]);
    at !== undefined;
    at = findToken(text, '(', at + 1, member.range[0])
  )
    end = skipTrivia(text, end) + 1;
  return end;
}

/** The range of an expression, including the JSDoc cast around it: `/** @type {X} * / ({})`. */
export function surroundingCast({ range: [start, end] }: Node, text: string): readonly [start: number, end: number] {
  const cast = /\/\*\*(?:(?!\*\/)[\s\S])*@type(?:(?!\*\/)[\s\S])*\*\/\s*\(\s*$/.exec(text.slice(0, start));
  return cast === null ? [start, end] : [cast.index, skipTrivia(text, end) + 1];
}

/** The indentation of the line that contains an offset. */
export function indentAt(offset: number, text: string): string {
  return /^[\t ]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
}
