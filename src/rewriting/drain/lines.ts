import type { Node } from '../../syntax/source.ts';
import type { Edit } from '../edit.ts';
import type { DrainContext } from './context.ts';
import { close, open } from '../edit.ts';
import { lineBreakAt } from '../style.ts';
import { endOf, enderBefore } from '../statement-end.ts';
import { restOfLine } from '../trivia.ts';

/**
 * Inserts a statement on its own line before another, with the same indentation; on the same line if the other doesn't
 * begin its line.
 */
export function beforeStatement(statement: Node, code: string, { text, style }: DrainContext): Edit {
  const [start] = statement.range;
  const indent = indentOf(start, text);
  if (indent === undefined) return open(start, `${code}; `);
  return open(start, `${code}${enderBefore(text, start, style)}${lineBreakAt(text, start)}${indent}`);
}

/**
 * Inserts a statement, or several, each on its own line after another and its comment, with the same indentation; on
 * the same line if something else follows there.
 */
export function afterStatement(statement: Node, code: string | readonly string[], { text, style }: DrainContext): Edit {
  const [start] = statement.range;
  const end = endOf(statement, text);
  const lineEnd = restOfLine(text, end);
  const indent = indentOf(start, text);
  if (lineEnd === undefined || indent === undefined)
    return close(end, `${text[end - 1] === ';' || text[end - 1] === '}' ? '' : ';'} ${[code].flat().join('; ')};`);
  const begin = `${lineBreakAt(text, start)}${indent}`;
  return close(
    lineEnd,
    `${begin}${[code].flat().join(`${style.semicolon}${begin}`)}${enderBefore(text, lineEnd, style)}`,
  );
}

/** The white space before `offset` on its line; undefined if something else precedes it. */
function indentOf(offset: number, text: string): string | undefined {
  return /(?:^|[\r\n])([^\S\r\n]*)$/.exec(text.slice(0, offset))?.[1];
}
