import type { TSESTree } from '@typescript-eslint/types';
import type { Edit } from '../../rewriting/edit.ts';
import type { Source } from '../../syntax/source.ts';
import type { LocalName } from './config-names.ts';
import type { ConfigValue } from './config-value.ts';
import { withMarkOf } from '../../project/encoding.ts';
import { applyEdits, open } from '../../rewriting/edit.ts';
import { isParseFailure, parse } from '../../syntax/parse.ts';
import { walk } from '../../syntax/walk.ts';
import { importEdits } from './config-imports.ts';
import { appendedTo, indentAt, surroundingCast } from './config-list.ts';
import { localNamesOf } from './config-names.ts';
import { configValueIn } from './config-value.ts';

/** A package whose default export the entries of a configuration use. */
export interface Imported {
  readonly from: string;
  /** Its usual local name, used unless it is taken. */
  readonly name: string;
  /** Whether `require` returns the default export as a property. */
  readonly isModule: boolean;
}

/** What a configuration should contain. */
export interface WantedConfig {
  readonly imports: readonly Imported[];
  /** The code of the entries, given the local names of the packages. */
  readonly entries: (nameOf: (from: string) => string) => readonly string[];
}

/** The edited text of the configuration, or why it could not be edited. */
export type EditedConfig = { readonly text: string } | { readonly reason: string };

/**
 * Adds entries to the end of a flat configuration, with the imports they need. Changes nothing else in the text.
 *
 * @param path - of the configuration; its extension determines the language
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
  const added = editsFor(value, entries, source.text, newline);
  if (added === undefined) return { reason: 'its list has a hole' };
  const missing = wanted.imports.filter((each) => defaultOf(each, source.ast) === undefined);
  const imports = missing.map((each) => ({ ...each, name: names.get(each.from) ?? each.name }));
  const after = applyEdits(source.text, [...importEdits(imports, source, newline), ...added]);
  const isSound = !isParseFailure(parse(path, after));
  return isSound ? { text: withMarkOf(text, after) } : { reason: 'the edited text would not parse' };
}

/** Whether a configuration uses a package, beyond importing it. */
export function usesPackage(path: string, text: string, from: string, namespace: string): boolean {
  const source = parse(path, text);
  if (isParseFailure(source)) return text.includes(from);
  const declared = localNamesOf(from, source.ast);
  let isUsed = false;
  walk(source.ast, (node) => {
    if (node.type === 'Identifier')
      isUsed ||= declared.some((each) => each.local === node.name && each.declared !== node && !isKey(node));
    else if (node.type === 'Literal' && typeof node.value === 'string')
      isUsed ||=
        node.value === namespace ||
        node.value.startsWith(`${namespace}/`) ||
        (node.value === from && node.parent.type !== 'ImportDeclaration' && !isRequired(node));
  });
  return isUsed;
}

/** `const x = require('…')`, without any use of `x`. */
function isRequired({ parent }: TSESTree.Node): boolean {
  return parent?.type === 'CallExpression' && parent.parent.type === 'VariableDeclarator';
}

/** `{ x: … }`, `a.x`, `import { x as y }`: a name that does not refer to the variable `x`. */
function isKey(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  return (
    (parent.type === 'Property' && parent.key === node && !parent.shorthand && !parent.computed) ||
    (parent.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
    (parent.type === 'ImportSpecifier' && parent.imported === node)
  );
}

/** The local name for a package's default export, if the configuration already imports it. */
function defaultOf({ from, isModule }: Imported, program: TSESTree.Program): LocalName | undefined {
  return localNamesOf(from, program).find(({ imported }) => imported === 'default' || (imported === '*' && !isModule));
}

/** The package's existing local name; otherwise its usual name, or a variation if that is taken. */
function localName(wanted: Imported, program: TSESTree.Program, taken: ReadonlySet<string>): string {
  const own = defaultOf(wanted, program);
  if (own !== undefined) return own.local;
  let name = wanted.name;
  for (let count = 1; taken.has(name); count += 1) name = `${wanted.name}Plugin${count === 1 ? '' : count.toString()}`;
  return name;
}

function namesIn({ ast }: Source): ReadonlySet<string> {
  const names = new Set<string>();
  walk(ast, (node) => {
    if (node.type === 'Identifier') names.add(node.name);
  });
  return names;
}

/** Undefined when the list ends with a hole. */
function editsFor(
  value: Exclude<ConfigValue, { reason: string }>,
  entries: readonly string[],
  text: string,
  newline: string,
): Edit[] | undefined {
  if ('list' in value) return appendedTo(value.list, entries, text, newline);
  if ('composer' in value) return [appendCall(value.composer, entries, text, newline)];
  const [start, end] = surroundingCast(value.entry, text);
  return [open(start, value.spread === true ? '[...' : '['), open(end, `, ${entries.join(', ')}]`)];
}

/** Adds the call on a new line if the previous call starts one. */
function appendCall(call: TSESTree.CallExpression, entries: readonly string[], text: string, newline: string): Edit {
  const { callee } = call;
  const isBroken =
    callee.type === 'MemberExpression' && text.slice(callee.object.range[1], callee.property.range[0]).includes('\n');
  const before = isBroken ? `${newline}${indentAt(callee.property.range[0], text)}` : '';
  return open(call.range[1], `${before}.append(${entries.join(', ')})`);
}
