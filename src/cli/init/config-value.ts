import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../../syntax/source.ts';

type Expression = TSESTree.Expression;

/** A list in the code of a configuration that takes one entry more. */
export interface EntryList {
  /** Undefined of a hole in an array. */
  readonly members: readonly (Node | undefined)[];
  /** Just after the bracket that opens it, and at the one that closes it. */
  readonly start: number;
  readonly end: number;
}

/** Where a configuration takes an entry: a list, one object that is to become a list, or nowhere, and why. */
export type ConfigValue = { readonly list: EntryList } | { readonly object: Node } | { readonly reason: string };

/** Functions whose arguments are entries or lists of them, by the package that has them. */
const TAKES_ENTRIES: readonly (readonly [from: string, name: string])[] = [
  ['eslint/config', 'defineConfig'],
  ['typescript-eslint', 'config'],
];

/** What is exported by a flat configuration, and where it takes an entry. */
export function configValueIn(program: TSESTree.Program): ConfigValue {
  const exported = exportedFrom(program);
  if (exported === undefined) return { reason: 'it has no default export' };
  return valueOf(exported, program, new Set());
}

/** Whether a configuration is an ES module. */
export function isModuleConfig(program: TSESTree.Program): boolean {
  return program.body.some(({ type }) => /^(?:Import|Export)/.test(type));
}

function exportedFrom(program: TSESTree.Program): Expression | undefined {
  for (const statement of [...program.body].reverse()) {
    if (statement.type === 'ExportDefaultDeclaration') return statement.declaration as Expression;
    if (statement.type === 'TSExportAssignment') return statement.expression;
    if (statement.type === 'ExpressionStatement' && isModuleExports(statement.expression))
      return statement.expression.right;
  }
  return undefined;
}

function isModuleExports(node: Node): node is TSESTree.AssignmentExpression {
  return (
    node.type === 'AssignmentExpression' &&
    node.operator === '=' &&
    node.left.type === 'MemberExpression' &&
    nameOf(node.left.object) === 'module' &&
    nameOf(node.left.property) === 'exports'
  );
}

function valueOf(node: Node, program: TSESTree.Program, seen: Set<string>): ConfigValue {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return valueOf(node.expression, program, seen);
    case 'ArrayExpression':
      return { list: listBetween(node, node.elements) };
    case 'ObjectExpression':
      return { object: node };
    case 'Identifier':
      return seen.has(node.name)
        ? { reason: `\`${node.name}\` leads back to itself` }
        : valueOfVariable(node.name, program, seen.add(node.name));
    case 'CallExpression':
      return valueOfCall(node, program);
    default:
      return { reason: 'what it exports is neither a list nor an object' };
  }
}

function valueOfVariable(name: string, program: TSESTree.Program, seen: Set<string>): ConfigValue {
  for (const statement of program.body) {
    if (statement.type !== 'VariableDeclaration') continue;
    const found = statement.declarations.find(({ id }) => nameOf(id) === name);
    if (found === undefined) continue;
    return statement.kind === 'const' && found.init !== null
      ? valueOf(found.init, program, seen)
      : { reason: `\`${name}\` is not a constant` };
  }
  return { reason: `\`${name}\` comes from another file` };
}

/** The list in the call's only argument, if that is one; else its arguments. */
function valueOfCall(call: TSESTree.CallExpression, program: TSESTree.Program): ConfigValue {
  if (!takesEntries(call.callee, program))
    return { reason: 'it exports the result of a function, and what that takes is not known' };
  const [only, ...more] = call.arguments;
  if (only?.type === 'ArrayExpression' && more.length === 0) return { list: listBetween(only, only.elements) };
  const start = call.typeArguments?.range[1] ?? call.callee.range[1];
  return { list: { members: call.arguments, start: start + 1, end: call.range[1] - 1 } };
}

function takesEntries(callee: Node, program: TSESTree.Program): boolean {
  const [name, local] =
    callee.type === 'MemberExpression' && !callee.computed
      ? [nameOf(callee.property), nameOf(callee.object)]
      : [undefined, nameOf(callee)];
  if (local === undefined) return false;
  return TAKES_ENTRIES.some(([from, wanted]) =>
    localNamesOf(from, program).some(
      (each) =>
        each.local === local &&
        (name ?? each.imported) === wanted &&
        (each.imported === 'default') !== (name === undefined),
    ),
  );
}

/** What a package is called in a file: by its default export or as a whole (`default`), and by each name. */
export function localNamesOf(from: string, program: TSESTree.Program): { imported: string; local: string }[] {
  return program.body.flatMap((statement) => {
    if (statement.type === 'ImportDeclaration' && statement.source.value === from)
      return statement.specifiers.map((each) => ({
        imported: each.type === 'ImportSpecifier' ? (nameOf(each.imported) ?? '') : 'default',
        local: each.local.name,
      }));
    return statement.type === 'VariableDeclaration'
      ? statement.declarations.flatMap((each) => required(each, from))
      : [];
  });
}

/** `const x = require('…')`, `const { x } = require('…')`. */
function required({ id, init }: TSESTree.VariableDeclarator, from: string): { imported: string; local: string }[] {
  if (!isRequire(init, from)) return [];
  if (id.type === 'Identifier') return [{ imported: 'default', local: id.name }];
  if (id.type !== 'ObjectPattern') return [];
  return id.properties.flatMap((property) => {
    const [imported, local] =
      property.type === 'Property' ? [nameOf(property.key), nameOf(property.value)] : [undefined, undefined];
    return imported === undefined || local === undefined ? [] : [{ imported, local }];
  });
}

/** Whether an expression is `require('…')`, of the package that is named or of any. */
export function isRequire(node: Node | null, from?: string): boolean {
  if (node?.type !== 'CallExpression' || nameOf(node.callee) !== 'require') return false;
  const [argument] = node.arguments;
  return argument?.type === 'Literal' && (from === undefined || argument.value === from);
}

function listBetween(node: Node, members: readonly (Node | null)[]): EntryList {
  return { members: members.map((each) => each ?? undefined), start: node.range[0] + 1, end: node.range[1] - 1 };
}

function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : undefined;
}
