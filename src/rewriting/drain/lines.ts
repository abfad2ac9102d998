import type { Node } from '../../syntax/source.ts';
import type { Edit } from '../edit.ts';
import type { DrainContext } from './context.ts';
import { close, open } from '../edit.ts';
import { lineBreakAt } from '../style.ts';
import { endOf, enderBefore } from '../statement-end.ts';
import { restOfLine } from '../trivia.ts';

/**
 * A statement on a line of its own before another, indented like it; on the same line where that one does not begin its
 * line.
 */
export function beforeStatement(statement: Node, code: string, { text, style }: DrainContext): Edit {
  const [start] = statement.range;
  const indent = indentOf(start, text);
  if (indent === undefined) return open(start, `${code}; `);
  return open(start, `${code}${enderBefore(text, start, style)}${lineBreakAt(text, start)}${indent}`);
}

/**
 * A statement on a line of its own after another and its comment, indented like it; on the same line where something
 * else follows there.
 */
export function afterStatement(statement: Node, code: string, { text, style }: DrainContext): Edit {
  const [start] = statement.range;
  const end = endOf(statement, text);
  const lineEnd = restOfLine(text, end);
  const indent = indentOf(start, text);
  if (lineEnd === undefined || indent === undefined)
    return close(end, `${text[end - 1] === ';' || text[end - 1] === '}' ? '' : ';'} ${code};`);
  return close(lineEnd, `${lineBreakAt(text, start)}${indent}${code}${enderBefore(text, lineEnd, style)}`);
}

/** The white space before what begins a line; undefined when something else stands before it. */
function indentOf(offset: number, text: string): string | undefined {
  return /(?:^|[\r\n])([^\S\r\n]*)$/.exec(text.slice(0, offset))?.[1];
}
