import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Edit } from '../src/rewriting/edit.ts';
import { mergeInsertions } from '../src/rewriting/edit.ts';

/** The lines and columns between two offsets, as ESLint asks for them. */
export function locationOf(
  sourceCode: TSESLint.SourceCode,
  [start, end]: TSESTree.Range,
): Readonly<TSESTree.SourceLocation> {
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}

/** A fix that makes the edits; what is inserted at one place goes in as one text, in the order of the edits. */
export function fixOf(edits: readonly Edit[]): TSESLint.ReportFixFunction {
  return (fixer) => mergeInsertions(edits).map(({ start, end, text }) => fixer.replaceTextRange([start, end], text));
}
