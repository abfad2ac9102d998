import type { TSESTree } from '@typescript-eslint/types';

/** Whether a directive such as `'use client'` begins a module or the body of a function; others may come before it. */
export function hasDirective(body: readonly TSESTree.ProgramStatement[], text: string): boolean {
  for (const statement of body) {
    if (statement.type !== 'ExpressionStatement' || typeof statement.directive !== 'string') return false;
    if (statement.directive === text) return true;
  }
  return false;
}
