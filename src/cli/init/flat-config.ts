import type { TSESTree } from '@typescript-eslint/types';
import type { Edit } from '../../rewriting/edit.ts';
import type { Source } from '../../syntax/source.ts';
import type { EntryList } from './config-value.ts';
import { withMarkOf } from '../../project/encoding.ts';
import { applyEdits, open, replace } from '../../rewriting/edit.ts';
import { isParseFailure, parse } from '../../syntax/parse.ts';
import { walk } from '../../syntax/walk.ts';
import { configValueIn, isModuleConfig, isRequire, localNamesOf } from './config-value.ts';

/** A package that entries of a configuration are made of, by its default export. */
export interface Imported {
  readonly from: string;
  /** What it is called, unless the name is taken. */
  readonly name: string;
}

/** What a configuration is to have. */
export interface WantedConfig {
  readonly imports: readonly Imported[];
  /** Code of the entries, made of what the packages are called. */
  readonly entries: (nameOf: (from: string) => string) => readonly string[];
}

/** The text of the configuration with the entries, or why it could not be made. */
export type EditedConfig = { readonly text: string } | { readonly reason: string };

/**
 * Adds entries to the end of a flat configuration, with the imports that they need. Nothing else of the text changes.
 *
 * @param path - of the configuration; its ending picks the language
 */
export function addToConfig(path: string, text: string, wanted: WantedConfig): EditedConfig {
  const source = parse(path, text);
  if (isParseFailure(source)) return { reason: `it does not parse (${source.message})` };
  const value = configValueIn(source.ast);
  if ('reason' in value) return value;
  const newline = source.text.includes('\r\n') ? '\r\n' : '\n';
  const taken = namesIn(source);
  const names = new Map(wanted.imports.map((each) => [each.from, localName(each, source.ast, taken)]));
  const entries = wanted.entries((from) => names.get(from) ?? from);
  const added = 'list' in value ? appended(value.list, entries, source.text, newline) : listed(value.object, entries);
  if (added === undefined) return { reason: 'its list has a hole' };
  const missing = wanted.imports.filter(({ from }) => !hasDefault(from, source.ast));
  const imports = missing.map(({ from }) => ({ from, name: names.get(from) ?? from }));
  const after = applyEdits(source.text, [...importEdits(imports, source, newline), ...added]);
  const isSound = !isParseFailure(parse(path, after));
  return isSound ? { text: withMarkOf(text, after) } : { reason: 'the edited text would not parse' };
}

function hasDefault(from: string, program: TSESTree.Program): boolean {
  return localNamesOf(from, program).some(({ imported }) => imported === 'default');
}

/** What the package is called already, else its usual name, or another where that is taken. */
function localName({ from, name }: Imported, program: TSESTree.Program, taken: ReadonlySet<string>): string {
  const own = localNamesOf(from, program).find(({ imported }) => imported === 'default');
  if (own !== undefined) return own.local;
  return taken.has(name) ? `${name}Plugin` : name;
}

function namesIn({ ast }: Source): ReadonlySet<string> {
  const names = new Set<string>();
  walk(ast, (node) => {
    if (node.type === 'Identifier') names.add(node.name);
  });
  return names;
}

/** The object becomes the first of a list. */
function listed(object: TSESTree.Node, entries: readonly string[]): Edit[] {
  return [open(object.range[0], '['), open(object.range[1], `, ${entries.join(', ')}]`)];
}

/** On lines of their own where the others are; undefined where the last place of the list is a hole. */
function appended(list: EntryList, entries: readonly string[], text: string, newline: string): Edit[] | undefined {
  const last = list.members.at(-1);
  if (last === undefined) return list.members.length > 0 ? undefined : intoEmpty(list, entries, text, newline);
  const rest = text.slice(last.range[1], list.end);
  const comma = commaIn(rest);
  if (!text.slice(list.start, list.members[0]?.range[0]).includes('\n') || !rest.includes('\n')) {
    const end = comma === undefined ? last.range[1] : last.range[1] + comma + 1;
    return [open(end, `${comma === undefined ? ', ' : ' '}${entries.join(', ')}`)];
  }
  const indent = indentAt(last.range[0], text);
  // Comments after the last entry stay where they are.
  const end = last.range[1] + rest.trimEnd().length;
  const lines = entries.map((entry) => `${newline}${indent}${entry}`).join(',');
  return [
    ...(comma === undefined ? [open(last.range[1], ',')] : []),
    open(end, `${lines}${comma === undefined ? '' : ','}`),
  ];
}

function intoEmpty(list: EntryList, entries: readonly string[], text: string, newline: string): Edit[] {
  const inside = text.slice(list.start, list.end);
  if (inside.trim() === '' && entries.length === 1) return [replace(list.start, list.end, entries.join())];
  const indent = indentAt(list.start, text);
  const end = list.start + inside.trimEnd().length;
  const lines = entries.map((entry) => `${newline}${indent}  ${entry},`).join('');
  return [replace(end, list.end, `${lines}${newline}${indent}`)];
}

/** Where the comma is in what follows the last entry; comments may hold others. */
function commaIn(rest: string): number | undefined {
  const index = rest.replace(/\/\*[^*]*\*\/|\/\/[^\n]*/g, (comment) => ' '.repeat(comment.length)).indexOf(',');
  return index === -1 ? undefined : index;
}

/** The white space that the line of an offset begins with. */
function indentAt(offset: number, text: string): string {
  return /^[\t ]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
}

/** After the other imports, and written like them; else before all but what has to be first. */
function importEdits(imports: readonly Imported[], { ast, text }: Source, newline: string): Edit[] {
  if (imports.length === 0) return [];
  const isModule = isModuleConfig(ast);
  const others = ast.body.filter((each) =>
    isModule
      ? each.type === 'ImportDeclaration'
      : each.type === 'VariableDeclaration' && each.declarations.every(({ init }) => isRequire(init)),
  );
  const last = others.at(-1);
  const sample = last === undefined ? text : text.slice(last.range[0], last.range[1]);
  const quote = /['"]/.exec(sample)?.[0] ?? "'";
  const end = last === undefined || sample.endsWith(';') ? ';' : '';
  const lines = imports.map(({ from, name }) =>
    isModule
      ? `import ${name} from ${quote}${from}${quote}${end}`
      : `const ${required(name, from)} = require(${quote}${from}${quote})${end}`,
  );
  if (last !== undefined) return [open(last.range[1], lines.map((line) => `${newline}${line}`).join(''))];
  const directive = ast.body.findLast((each) => 'directive' in each && typeof each.directive === 'string');
  if (directive !== undefined) return [open(directive.range[1], lines.map((line) => `${newline}${line}`).join(''))];
  const first = /^(?:#![^\n]*\n)?(?:\/\/ *@ts-[^\n]*\n)?/.exec(text)?.[0].length ?? 0;
  return [open(first, `${lines.join(newline)}${newline}${newline}`)];
}

/** What `require` gives of the plugin, an ES module, is its namespace. */
function required(name: string, from: string): string {
  return from === 'eslint-plugin-fire-task' ? `{ default: ${name} }` : name;
}
