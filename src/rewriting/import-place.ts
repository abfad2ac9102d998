import type { Node, Source } from '../syntax/source.ts';
import type { Style } from './style.ts';
import { enderBefore, endOf } from './statement-end.ts';
import { lineBreakAt } from './style.ts';
import { commentEnd, restOfLine } from './trivia.ts';
import { either } from '../syntax/escape.ts';

/** Where a new import goes, and the text around it. */
export interface Place {
  readonly at: number;
  readonly before: string;
  readonly after: string;
  /** The keyword that declares a required module: `var` after a `var`. */
  readonly keyword: 'const' | 'var';
}

/**
 * After the file's imports, or the requires that it begins with; else after its directives; else before its first
 * statement.
 */
export function placeStatement(source: Source, isImport: boolean, style: Style): Place {
  const { text, ast } = source;
  const anchor = (isImport ? ast.body.findLast(isImportStatement) : lastRequire(source)) ?? directiveBeside(source);
  if (anchor === undefined) return beforeFirst(source, isImport, style);
  const keyword = anchor.type === 'VariableDeclaration' && anchor.kind === 'var' ? 'var' : 'const';
  const end = endOf(anchor, text);
  const lineEnd = restOfLine(text, end);
  if (lineEnd === undefined) return { at: end, before: text[end - 1] === ';' ? ' ' : '; ', after: ';', keyword };
  return {
    at: lineEnd,
    before: lineBreakAt(text, anchor.range[0]),
    after: enderOf(text, lineEnd, isImport, style),
    keyword,
  };
}

/** No later line can continue an import. */
function enderOf(text: string, offset: number, isImport: boolean, style: Style): string {
  return isImport ? style.semicolon : enderBefore(text, offset, style);
}

function isImportStatement({ type }: Node): boolean {
  return type === 'ImportDeclaration' || type === 'TSImportEqualsDeclaration';
}

/**
 * The last require before the first other expression statement, which may already call a handler. One for its effects
 * alone, apart from the others, isn't part of their list.
 */
function lastRequire({ ast: { body }, text }: Source): Node | undefined {
  let last: Node | undefined;
  for (const statement of body) {
    const isEffect = statement.type === 'ExpressionStatement';
    if (isRequireStatement(statement)) {
      if (last === undefined || !isEffect || !isApart(text, last.range[1], statement.range[0])) last = statement;
    } else if (isEffect && !isDirective(statement)) break;
  }
  return last;
}

function isRequireStatement(node: Node): boolean {
  if (node.type === 'ExpressionStatement') return isRootedInRequire(node.expression);
  return node.type === 'VariableDeclaration' && node.declarations.some(({ init }) => isRootedInRequire(init));
}

/** `require('x')`, `require('x').y`, `require('x')()` */
function isRootedInRequire(expression: Node | null): boolean {
  for (let node = expression; node !== null;) {
    if (node.type === 'MemberExpression') node = node.object;
    else if (node.type !== 'CallExpression') return false;
    else if (node.callee.type === 'Identifier') return node.callee.name === 'require';
    else node = node.callee;
  }
  return false;
}

/** The last directive at the top of a file. */
function lastDirective({ ast }: Source): Node | undefined {
  const end = ast.body.findIndex((statement) => !isDirective(statement));
  return ast.body[(end === -1 ? ast.body.length : end) - 1];
}

/** The last directive, unless a blank line separates it from what follows. */
function directiveBeside(source: Source): Node | undefined {
  const directive = lastDirective(source);
  if (directive === undefined) return undefined;
  const [, end] = directive.range;
  const next = /\S/.exec(source.text.slice(end));
  return next !== null && isApart(source.text, end, end + next.index) ? undefined : directive;
}

function isDirective(statement: Node): boolean {
  return statement.type === 'ExpressionStatement' && typeof (statement.directive as unknown) === 'string';
}

/** A comment that must stay at the top of a file: a license, or a directive to a tool for the whole file. */
const FILE_COMMENT = either(
  [
    /licen[cs]e|copyright|@preserve|^[\t ]*\/\/\/\s*</,
    /^[\t ]*(?:\/\*+|\/\/)\s*(?:eslint\b(?!-)|eslint-(?:disable|enable)\b(?!-)|eslint-env)/,
    /^[\t ]*(?:\/\*+|\/\/)\s*(?:@ts-(?:no)?check|@jsx|@flow|@jest|@vitest)/,
    /^[\t ]*(?:\/\*+|\/\/)\s*(?:prettier|jshint|global|istanbul|c8|biome|oxlint)/,
  ],
  'im',
);

/**
 * On its own line before the first statement and its comment, after a hashbang, directives and comments about the whole
 * file.
 */
function beforeFirst(source: Source, isImport: boolean, style: Style): Place {
  const { text, ast } = source;
  const directive = lastDirective(source);
  const first = ast.body.find((statement) => !isDirective(statement))?.range[0] ?? text.length;
  const eol = lineBreakAt(text, first);
  const at = paragraphStart(text, directive?.range[1] ?? /^#!.*(?:\r\n|\n|\r)?/.exec(text)?.[0].length ?? 0, first);
  return { at, before: '', after: `${enderOf(text, at, isImport, style)}${eol}${eol}`, keyword: 'const' };
}

/** The start of the comments, after `head`, that are directly above the statement at `first` and belong to it. */
function paragraphStart(text: string, head: number, first: number): number {
  let start: number | undefined;
  let end = head;
  for (let offset = end; offset < first;) {
    const after = commentEnd(text, offset);
    if (after === undefined) {
      offset += 1;
      continue;
    }
    // A blank line ends a paragraph.
    if (start === undefined || isApart(text, end, offset)) start = offset;
    end = after;
    offset = after;
  }
  if (start === undefined || isApart(text, end, first) || FILE_COMMENT.test(text.slice(start, end)))
    return lineStartOf(text, first);
  return lineStartOf(text, start);
}

function isApart(text: string, from: number, to: number): boolean {
  return (text.slice(from, to).match(/\n/g)?.length ?? 0) > 1;
}

/** The start of the line if only white space precedes `offset` on it; else `offset`. */
function lineStartOf(text: string, offset: number): number {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^\s*$/.test(text.slice(start, offset)) ? start : offset;
}
