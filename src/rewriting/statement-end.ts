import type { Node } from '../syntax/source.ts';
import type { Style } from './style.ts';
import { restOfLine, skipTrivia } from './trivia.ts';

/**
 * Where a statement's own text ends. A semicolon at the start of the next statement's line belongs to that line,
 * whatever the grammar says.
 */
export function endOf(statement: Node, text: string): number {
  const [, end] = statement.range;
  const inner = lastPart(statement)?.range[1];
  return inner !== undefined && standsBelow(text.slice(inner, end)) && restOfLine(text, end) === undefined
    ? inner
    : end;
}

/** Whether a text ends in a semicolon on a line of its own. */
function standsBelow(rest: string): boolean {
  return rest.endsWith(';') && /[\r\n]/.test(rest.slice(rest.slice(0, -1).trimEnd().length));
}

function lastPart(statement: Node): Node | undefined {
  if (statement.type === 'VariableDeclaration') return statement.declarations.at(-1);
  return statement.type === 'ExpressionStatement' ? statement.expression : undefined;
}

/**
 * The end of a statement that is inserted at `offset`. Without a semicolon, a bracket at the start of the next
 * statement would continue it.
 */
export function enderBefore(text: string, offset: number, { semicolon }: Style): string {
  return /[[(`/+-]/.test(text[skipTrivia(text, offset)] ?? '') ? ';' : semicolon;
}
