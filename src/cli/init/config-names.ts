import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../../syntax/source.ts';

/** A local name in a configuration for a package or one of its exports. */
export interface LocalName {
  /** The exported name, `default`, or `*` for the whole package. */
  readonly imported: string;
  readonly local: string;
  /** The node that declares it. */
  readonly declared: Node;
}

/** A package's name, or a pattern for such names. */
export type PackageName = string | RegExp;

/** The local names for a package and its exports at the top level of a configuration. */
export function localNamesOf(from: PackageName, program: TSESTree.Program): LocalName[] {
  return program.body.flatMap((statement) => {
    if (statement.type === 'ImportDeclaration' && isNamed(statement.source.value, from))
      return statement.specifiers.map((each) => ({
        imported: importedName(each),
        local: each.local.name,
        declared: each.local,
      }));
    return statement.type === 'VariableDeclaration'
      ? statement.declarations.flatMap((each) => required(each, from))
      : [];
  });
}

function importedName(specifier: TSESTree.ImportClause): string {
  if (specifier.type === 'ImportSpecifier') return nameOf(specifier.imported) ?? '';
  return specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
}

/** `const x = require('…')`, `const { x } = require('…')`. */
function required({ id, init }: TSESTree.VariableDeclarator, from: PackageName): LocalName[] {
  if (!isRequire(init, from)) return [];
  if (id.type === 'Identifier') return [{ imported: '*', local: id.name, declared: id }];
  if (id.type !== 'ObjectPattern') return [];
  return id.properties.flatMap((property) => {
    if (property.type !== 'Property') return [];
    const [imported, local] = [nameOf(property.key), nameOf(property.value)];
    return imported === undefined || local === undefined ? [] : [{ imported, local, declared: property.value }];
  });
}

/** Whether an expression is `require('…')`, of the given package or of any. */
export function isRequire(node: Node | null, from: PackageName = /./): boolean {
  if (node?.type !== 'CallExpression' || nameOf(node.callee) !== 'require') return false;
  const [argument] = node.arguments;
  return argument?.type === 'Literal' && typeof argument.value === 'string' && isNamed(argument.value, from);
}

function isNamed(specifier: string, name: PackageName): boolean {
  return typeof name === 'string' ? specifier === name : name.test(specifier);
}

/** The name, if the node is an identifier. */
export function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : undefined;
}
