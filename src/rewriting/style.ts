import type { Node, Source } from '../syntax/source.ts';
import { perSource } from '../syntax/per-source.ts';
import { walk } from '../syntax/walk.ts';

/** How the file is written; inserted text follows it. */
export interface Style {
  readonly quote: "'" | '"';
  /** `;`, or nothing in a file without semicolons. */
  readonly semicolon: '' | ';';
  /** Whether it writes `{ a }` and not `{a}`. */
  readonly spacedBraces: boolean;
}

/** How many characters before a name are searched for its brace. */
const LONGEST_GAP = 4;

export const styleOf = perSource(readStyle);

function readStyle({ ast, text }: Source): Style {
  let single = 0;
  let double = 0;
  let ended = 0;
  let open = 0;
  let tight = 0;
  let spaced = 0;
  walk(ast, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string' && node.parent.type !== 'JSXAttribute') {
      if (text[node.range[0]] === "'") single += 1;
      else double += 1;
    } else if (endsWithSemicolon(node)) {
      if (text[node.range[1] - 1] === ';') ended += 1;
      else open += 1;
    } else if (node.type === 'ImportSpecifier' || (node.type === 'Property' && node.parent.type === 'ObjectPattern')) {
      // Only the first name after a brace, on the same line, shows the style.
      const [start] = node.range;
      if (text[start - 1] === '{') tight += 1;
      else if (/\{[^\S\r\n]+$/.test(text.slice(Math.max(0, start - LONGEST_GAP), start))) spaced += 1;
    }
  });
  return { quote: double > single ? '"' : "'", semicolon: open > ended ? '' : ';', spacedBraces: spaced >= tight };
}

/** Whether a statement ends in a semicolon in files that use semicolons. */
function endsWithSemicolon(node: Node): boolean {
  switch (node.type) {
    case 'VariableDeclaration':
      return (
        node.parent.type !== 'ForStatement' &&
        node.parent.type !== 'ForInStatement' &&
        node.parent.type !== 'ForOfStatement'
      );
    case 'ExpressionStatement':
    case 'ImportDeclaration':
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true;
    default:
      return false;
  }
}

/** `{ a }` or `{a}`, as the file writes it. */
export function inBraces(code: string, { spacedBraces }: Style): string {
  return spacedBraces ? `{ ${code} }` : `{${code}}`;
}

/** A string literal in the file's quotes. */
export function quoted(value: string, { quote }: Style): string {
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll(quote, `\\${quote}`);
  return `${quote}${escaped}${quote}`;
}

/** The line break of the line that contains `offset`; for the last line, that of the line before. */
export function lineBreakAt(text: string, offset: number): string {
  const after = /\r\n|[\n\r]/.exec(text.slice(offset));
  if (after !== null) return after[0];
  const before = text.slice(0, offset);
  const last = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  if (last === -1) return '\n';
  return before[last] === '\n' && before[last - 1] === '\r' ? '\r\n' : (before[last] ?? '\n');
}

/** The white space at the start of the line that holds `offset`. */
export function indentAt(text: string, offset: number): string {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[^\S\r\n]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}
