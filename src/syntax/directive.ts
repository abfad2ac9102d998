import type { TSESTree } from '@typescript-eslint/types';

/** Whether a module or function body has a directive such as `'use client'`, possibly after others. */
export function hasDirective(body: readonly TSESTree.ProgramStatement[], text: string): boolean {
  for (const statement of body) {
    if (statement.type !== 'ExpressionStatement' || typeof statement.directive !== 'string') return false;
    if (statement.directive === text) return true;
  }
  return false;
}
