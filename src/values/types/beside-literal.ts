import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../../syntax/source.ts';

/**
 * The type that an object literal is written with, alone or as an element of a list: `satisfies T`, `const x: T[] = [{
 * … }]`.
 * Without one, the node before which JSDoc may say it.
 */
export function writtenType(
  literal: TSESTree.ObjectExpression,
): { readonly type: Node } | { readonly documented: Node } {
  let node: Node = literal;
  for (;;) {
    const outer: Node = node.parent;
    switch (outer.type) {
      case 'TSSatisfiesExpression':
      case 'TSAsExpression':
      case 'TSTypeAssertion':
        return { type: outer.typeAnnotation };
      case 'ArrayExpression':
        break;
      case 'VariableDeclarator':
      case 'PropertyDefinition': {
        const holder = outer.type === 'VariableDeclarator' ? outer.id : outer;
        const annotation =
          'typeAnnotation' in holder
            ? (holder.typeAnnotation as TSESTree.TSTypeAnnotation | null | undefined)
            : undefined;
        return annotation == null ? { documented: outer } : { type: annotation.typeAnnotation };
      }
      default:
        return { documented: node };
    }
    node = outer;
  }
}
