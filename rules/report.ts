import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Edit } from '../src/rewriting/edit.ts';
import { mergeInsertions } from '../src/rewriting/edit.ts';

/** The location of a range of offsets, in ESLint's format. */
export function locationOf(
  sourceCode: TSESLint.SourceCode,
  [start, end]: TSESTree.Range,
): Readonly<TSESTree.SourceLocation> {
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}

/** A fix that makes the edits. Insertions at the same place are merged into one, in the order of the edits. */
export function fixOf(edits: readonly Edit[]): TSESLint.ReportFixFunction {
  return (fixer) => mergeInsertions(edits).map(({ start, end, text }) => fixer.replaceTextRange([start, end], text));
}
