import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from './source.ts';
import { staticText } from './literal.ts';

/** A name of an `import` or `export` statement, which may be written as a string: `x`, `"x-y"`. */
export function specifierName(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

/** What a local name stands for: an export of a module, `default`, or `*` for the whole module. */
export interface Imported {
  readonly specifier: string;
  readonly name: string;
}

/** What the node that defines a variable imports; undefined if it isn't an import. */
export function importedBy(definition: Node): Imported | undefined {
  switch (definition.type) {
    case 'ImportSpecifier':
      return imported(definition, specifierName(definition.imported));
    case 'ImportDefaultSpecifier':
      return imported(definition, 'default');
    case 'ImportNamespaceSpecifier':
      return imported(definition, '*');
    case 'TSImportEqualsDeclaration':
      return definition.moduleReference.type === 'TSExternalModuleReference'
        ? { specifier: staticText(definition.moduleReference.expression) ?? '', name: 'default' }
        : undefined;
    default:
      return undefined;
  }
}

/** The module that a call of `require` loads; undefined for anything else. */
export function requiredSpecifier(node: Node | null | undefined): string | undefined {
  return node?.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require'
    ? staticText(node.arguments[0])
    : undefined;
}

function imported({ parent }: TSESTree.ImportClause, name: string): Imported {
  return { specifier: (parent as TSESTree.ImportDeclaration).source.value, name };
}
