import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Edit } from './edit.ts';
import type { TrackerReference } from './options.ts';
import type { Style } from './style.ts';
import { variableOf } from '../syntax/binding.ts';
import { staticText } from '../syntax/literal.ts';
import { open } from './edit.ts';
import { lineBreakAt, quoted } from './style.ts';
import { commentEnd, restOfLine } from './trivia.ts';

const NAME = 'fireTask';

/** How a file calls the tracker, and the edits that make that possible. */
export interface TrackerImport {
  /** `fireTask`, `tasks.fireTask`, or another local name where that one is taken. */
  readonly callee: string;
  /** Empty when the file imports it already. */
  readonly edits: readonly Edit[];
}

/** Finds the file's import of the tracker, or plans one: as the file imports other things, after its directives and imports. */
export function trackerImportOf(source: Source, tracker: TrackerReference, style: Style): TrackerImport {
  const found = existingImports(source, tracker);
  for (const { callee, name } of found) {
    if (callee !== undefined && name !== undefined && !isTaken(callee.split('.')[0] ?? callee, source, name)) return { callee, edits: [] };
  }
  const callee = freeName(source);
  const binding = callee === NAME ? NAME : `${NAME} as ${callee}`;
  const mergeable = found.find(({ merge }) => merge !== undefined)?.merge;
  if (mergeable !== undefined && usesImport(source, tracker)) return { callee, edits: [open(mergeable, `, ${binding}`)] };
  return { callee, edits: [newImport(source, tracker, style, callee)] };
}

interface ExistingImport {
  /** How the tracker can be called through it. */
  readonly callee?: string;
  /** The identifier that it declares for that. */
  readonly name?: Node;
  /** Where another name can be added. */
  readonly merge?: number;
}

function existingImports({ ast }: Source, tracker: TrackerReference): ExistingImport[] {
  const found: ExistingImport[] = [];
  for (const statement of ast.body) {
    if (statement.type === 'ImportDeclaration' && tracker.isTracker(statement.source.value) && statement.importKind !== 'type') found.push(readImport(statement));
    else if (statement.type === 'VariableDeclaration') {
      for (const declarator of statement.declarations) {
        const specifier = requiredSpecifier(declarator.init);
        if (specifier !== undefined && tracker.isTracker(specifier)) found.push(readRequire(declarator.id));
      }
    }
  }
  return found;
}

function readImport(statement: TSESTree.ImportDeclaration): ExistingImport {
  for (const specifier of statement.specifiers) {
    if (specifier.type === 'ImportNamespaceSpecifier') return { callee: `${specifier.local.name}.${NAME}`, name: specifier.local };
    if (specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier' && specifier.imported.name === NAME && specifier.importKind !== 'type') {
      return { callee: specifier.local.name, name: specifier.local };
    }
  }
  const last = statement.specifiers.at(-1);
  return last?.type === 'ImportSpecifier' ? { merge: last.range[1] } : {};
}

function readRequire(target: Node): ExistingImport {
  if (target.type === 'Identifier') return { callee: `${target.name}.${NAME}`, name: target };
  if (target.type !== 'ObjectPattern') return {};
  for (const property of target.properties) {
    if (property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === NAME && property.value.type === 'Identifier') {
      return { callee: property.value.name, name: property.value };
    }
  }
  return {};
}

function requiredSpecifier(init: Node | null): string | undefined {
  return init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require' ? staticText(init.arguments[0]) : undefined;
}

/** Whether a name means something else than what `own` declares, anywhere in the file. */
function isTaken(name: string, source: Source, own?: Node): boolean {
  const variable = own === undefined ? undefined : variableOf(own, source);
  return source.scopes.scopes.some(
    (scope) =>
      scope.variables.some((other) => other.name === name && other !== variable && other.defs.length > 0) ||
      (variable === undefined && scope.through.some(({ identifier }) => identifier.type === 'Identifier' && identifier.name === name)),
  );
}

function freeName(source: Source): string {
  if (!isTaken(NAME, source)) return NAME;
  for (let count = 1; ; count += 1) {
    const name = `fireTrackedTask${count === 1 ? '' : String(count)}`;
    if (!isTaken(name, source)) return name;
  }
}

/** Whether the file is an ES module by what it says, else by how it is loaded. */
function usesImport({ ast, path }: Source, tracker: TrackerReference): boolean {
  if (ast.body.some(({ type }) => type === 'ImportDeclaration' || type.startsWith('Export'))) return true;
  if (/\.[cm]?tsx?$/.test(path) && !path.endsWith('.cts')) return true;
  return tracker.moduleKind === 'module';
}

function newImport(source: Source, tracker: TrackerReference, style: Style, callee: string): Edit {
  const { text, ast } = source;
  const { semicolon, spacedBraces } = style;
  const space = spacedBraces ? ' ' : '';
  const specifier = quoted(tracker.specifier, style);
  const isImport = usesImport(source, tracker);
  const binding = callee === NAME ? NAME : `${NAME}${isImport ? ' as' : ':'} ${callee}`;
  const line = isImport ? `import {${space}${binding}${space}} from ${specifier}` : `const {${space}${binding}${space}} = require(${specifier})`;
  const anchor = ast.body.findLast(isImport ? isImportStatement : isRequireStatement) ?? lastDirective(ast.body);
  if (anchor === undefined) return beforeFirst(source, line, semicolon);
  const eol = lineBreakAt(text, anchor.range[0]);
  const statementEnd = endOf(anchor, text);
  const end = restOfLine(text, statementEnd);
  // A bracket at the start of the next line would go on with ours.
  const ender = semicolon === '' && !isImport && /^\s*[[(`/+-]/.test(text.slice(end ?? statementEnd)) ? ';' : semicolon;
  return end === undefined ? open(statementEnd, ` ${line};`) : open(end, `${eol}${line}${ender}`);
}

/** Where a statement's own text ends: a semicolon at the start of the next line belongs to that line, whatever the grammar says. */
function endOf(statement: Node, text: string): number {
  const inner = statement.type === 'VariableDeclaration' ? statement.declarations.at(-1) : undefined;
  return inner !== undefined && /[\r\n]/.test(text.slice(inner.range[1], statement.range[1])) ? inner.range[1] : statement.range[1];
}

function isImportStatement({ type }: Node): boolean {
  return type === 'ImportDeclaration' || type === 'TSImportEqualsDeclaration';
}

function isRequireStatement(node: Node): boolean {
  return node.type === 'VariableDeclaration' && node.declarations.some(({ init }) => rootOfRequire(init));
}

/** `require('x')`, `require('x').y`, `require('x')()` */
function rootOfRequire(init: Node | null): boolean {
  for (let node = init; node !== null; ) {
    if (node.type === 'MemberExpression') node = node.object;
    else if (node.type !== 'CallExpression') return false;
    else if (node.callee.type === 'Identifier') return node.callee.name === 'require';
    else node = node.callee;
  }
  return false;
}

function lastDirective(body: readonly Node[]): Node | undefined {
  let last: Node | undefined;
  for (const statement of body) {
    if (statement.type !== 'ExpressionStatement' || typeof (statement.directive as unknown) !== 'string') break;
    last = statement;
  }
  return last;
}

/** What a file begins with and must go on beginning with: a licence, or a word to a tool about the whole file. */
const FILE_COMMENT = /licen[cs]e|copyright|@preserve|^\s*(?:\/\*|\/\/)\s*(?:eslint|@ts-|@flow|prettier|jshint|global|istanbul|c8|biome|oxlint)/im;

/** On a line of its own before the first statement and the comment that belongs to it, after a hashbang and what heads the whole file. */
function beforeFirst({ text, ast }: Source, line: string, semicolon: string): Edit {
  const first = ast.body[0]?.range[0] ?? text.length;
  const eol = lineBreakAt(text, first);
  const at = paragraphStart(text, first);
  const ender = semicolon === '' && /^[[(`/+-]/.test(text.slice(at).trimStart()) ? ';' : semicolon;
  return open(at, `${line}${ender}${eol}${eol}`);
}

/** Where the comments begin that stand right above the statement at `first` and belong to it. */
function paragraphStart(text: string, first: number): number {
  let start: number | undefined;
  let end = /^#!.*(?:\r\n|\n|\r)?/.exec(text)?.[0].length ?? 0;
  for (let offset = end; offset < first; ) {
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
  if (start === undefined || isApart(text, end, first) || FILE_COMMENT.test(text.slice(start, end))) return lineStartOf(text, first);
  return lineStartOf(text, start);
}

function isApart(text: string, from: number, to: number): boolean {
  return (text.slice(from, to).match(/\n/g)?.length ?? 0) > 1;
}

/** The start of the line, when nothing but blanks stands before `offset` on it. */
function lineStartOf(text: string, offset: number): number {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^\s*$/.test(text.slice(start, offset)) ? start : offset;
}
