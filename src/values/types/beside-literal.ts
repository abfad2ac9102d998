import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../../syntax/source.ts';

/**
 * The declared type of an object literal, alone or as an element of a list: `satisfies T`, `const x: T[] = [{ … }]`.
 * Without one, the node that JSDoc may stand before.
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

/**
 * The reference to a named type in a written type, or in its elements if it is a list: `T` in `readonly T[]` and
 * `Array<Partial<T>>`. Undefined if there is none.
 */
export function elementReference(type: Node): { readonly name: string; readonly type: Node } | undefined {
  if (type.type === 'TSArrayType') return elementReference(type.elementType);
  if (type.type === 'TSTypeOperator' && type.typeAnnotation !== undefined) return elementReference(type.typeAnnotation);
  if (type.type !== 'TSTypeReference') return undefined;
  const { typeName } = type;
  if (typeName.type === 'TSQualifiedName') return { name: typeName.right.name, type };
  if (typeName.type !== 'Identifier') return undefined;
  const [argument] = type.typeArguments?.params ?? [];
  return argument !== undefined && /^(?:Array|ReadonlyArray|Partial|Required|Readonly)$/.test(typeName.name)
    ? elementReference(argument)
    : { name: typeName.name, type };
}
