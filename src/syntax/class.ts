import type { TSESTree } from '@typescript-eslint/types';

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** Whether others can reach a member through an instance: it isn't static, private or protected. */
export function isPublic({
  key,
  accessibility,
  static: isStatic,
}: Exclude<TSESTree.ClassElement, TSESTree.StaticBlock | TSESTree.TSIndexSignature>): boolean {
  return key.type !== 'PrivateIdentifier' && !isStatic && (accessibility ?? 'public') === 'public';
}
