import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import { specifierName } from '../syntax/names.ts';
import { perSource } from '../syntax/per-source.ts';
import { assignedExports, createCommonJs } from './commonjs.ts';

/** The origin of an exported name: a node of this file, or a name in another module (`*` for the whole module). */
export type Exported = { readonly node: Node } | { readonly from: string; readonly name: string };

export interface Exports {
  readonly names: ReadonlyMap<string, Exported>;
  /** Specifiers of `export * from`. */
  readonly stars: readonly string[];
  /** The value that `require` returns: `module.exports = x` or `export = x`. */
  readonly whole?: Node;
  /** Variables that refer to `module.exports`: `const M = module.exports`. */
  readonly aliases: ReadonlySet<string>;
}

/** The exports of a file, for ESM and CommonJS. */
export const exportsOf = perSource(({ ast }) => exportsAmong(ast.body));

/** Whether the file's text shows an ES module. A linter's configuration may claim this for every file. */
export const isEsModule = perSource(({ ast }) =>
  ast.body.some(
    ({ type }) =>
      type === 'ImportDeclaration' ||
      type === 'ExportNamedDeclaration' ||
      type === 'ExportDefaultDeclaration' ||
      type === 'ExportAllDeclaration',
  ),
);

/** The exports among some statements: of a file, or of a `declare module 'x' { … }`. */
export function exportsAmong(statements: readonly TSESTree.ProgramStatement[]): Exports {
  const names = new Map<string, Exported>();
  const stars: string[] = [];
  let whole: Node | undefined;
  const commonJs = createCommonJs(names, stars);
  for (const statement of statements) {
    switch (statement.type) {
      case 'ExportDefaultDeclaration':
        names.set('default', { node: statement.declaration });
        break;
      case 'ExportAllDeclaration':
        if (statement.exported === null) stars.push(statement.source.value);
        else names.set(specifierName(statement.exported), { from: statement.source.value, name: '*' });
        break;
      case 'ExportNamedDeclaration':
        readNamed(statement, names);
        break;
      case 'TSExportAssignment':
        whole = statement.expression;
        break;
      default:
        assignedExports(statement, commonJs);
    }
  }
  whole ??= commonJs.whole;
  return { names, stars, aliases: commonJs.aliases, ...(whole !== undefined && { whole }) };
}

function readNamed(statement: TSESTree.ExportNamedDeclaration, names: Map<string, Exported>): void {
  for (const specifier of statement.specifiers) {
    const exported = specifierName(specifier.exported);
    names.set(
      exported,
      statement.source === null
        ? { node: specifier.local }
        : { from: statement.source.value, name: specifierName(specifier.local) },
    );
  }
  const { declaration } = statement;
  if (declaration === null) return;
  if (declaration.type === 'VariableDeclaration') {
    for (const { id } of declaration.declarations)
      for (const name of patternNames(id)) names.set(name.name, { node: name });
  } else if ('id' in declaration && declaration.id?.type === 'Identifier') {
    // Any overload will do: binding resolves each to the same variable.
    names.set(declaration.id.name, { node: declaration.id });
  }
}

/** All identifiers that a binding pattern declares. */
function patternNames(pattern: Node): TSESTree.Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'AssignmentPattern':
      return patternNames(pattern.left);
    case 'RestElement':
      return patternNames(pattern.argument);
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : patternNames(element)));
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        patternNames(property.type === 'Property' ? property.value : property),
      );
    default:
      return [];
  }
}
