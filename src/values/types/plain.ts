import type { Node } from '../../syntax/source.ts';

/** Whether a written type is one that no promise can have. */
export function isPlainType(node: Node): boolean {
  switch (node.type) {
    case 'TSArrayType':
    case 'TSTupleType':
    case 'TSTypePredicate':
      return true;
    default:
      return isPrimitiveType(node);
  }
}

/** Whether a written type describes nothing but primitive values: `string`, `'a' | 'b'`, `number | null`. */
export function isPrimitiveType(node: Node): boolean {
  switch (node.type) {
    case 'TSVoidKeyword':
    case 'TSUndefinedKeyword':
    case 'TSStringKeyword':
    case 'TSNumberKeyword':
    case 'TSBooleanKeyword':
    case 'TSBigIntKeyword':
    case 'TSSymbolKeyword':
    case 'TSNullKeyword':
    case 'TSNeverKeyword':
    case 'TSLiteralType':
    case 'TSTemplateLiteralType':
      return true;
    case 'TSUnionType':
      return node.types.every(isPrimitiveType);
    default:
      return false;
  }
}
