import type { Node } from '../../syntax/source.ts';

/** Whether a written type is one that no promise can have. */
export function isPlainType(node: Node): boolean {
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
    case 'TSTypePredicate':
    case 'TSArrayType':
    case 'TSTupleType':
    case 'TSLiteralType':
    case 'TSTemplateLiteralType':
      return true;
    default:
      return false;
  }
}
