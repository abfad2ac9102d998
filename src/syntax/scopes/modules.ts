import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../source.ts';
import type { Visitors, Walks } from './visitor.ts';
import { TYPE, VALUE } from './making.ts';
import { skip } from './visitor.ts';

/** Which names imports and exports declare and refer to. */
export const MODULES: Visitors = {
  ImportAttribute: skip,
  ImportDeclaration: (node, { scopes }) => {
    for (const specifier of node.specifiers) scopes.define(specifier.local, 'ImportBinding', specifier, VALUE | TYPE);
  },
  TSImportEqualsDeclaration: (node, { scopes, code }) => {
    scopes.define(node.id, 'ImportBinding', node, VALUE | TYPE);
    let first: Node = node.moduleReference;
    while (first.type === 'TSQualifiedName') first = first.left;
    code(first);
  },
  ExportAllDeclaration: skip,
  ExportDefaultDeclaration: ({ declaration }, { scopes, code }) => {
    if (declaration.type === 'Identifier') scopes.refer(declaration, VALUE | TYPE);
    else code(declaration);
  },
  ExportNamedDeclaration: (node, walks) => {
    if (node.declaration !== null) walks.code(node.declaration);
    else if (node.source === null)
      for (const specifier of node.specifiers) referToExported(specifier, node.exportKind, walks);
  },
  TSExportAssignment: ({ expression }, { scopes, code }) => {
    if (expression.type === 'Identifier') scopes.refer(expression, VALUE | TYPE);
    else code(expression);
  },
};

function referToExported(
  { local, exportKind }: TSESTree.ExportSpecifier,
  kindOfAll: 'type' | 'value',
  { scopes }: Walks,
): void {
  if (local.type === 'Identifier')
    scopes.refer(local, exportKind === 'type' || kindOfAll === 'type' ? TYPE : VALUE | TYPE);
}
