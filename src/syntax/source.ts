import type { TSESTree } from '@typescript-eslint/types';
import type { Scopes } from './scopes/scope.ts';

/** An ESTree node with its parent; what every analysis walks over. */
export type Node = TSESTree.Node;

/**
 * The part of a TypeScript program that the analysis uses: ESLint's `parserServices`, if the parser built a program. We
 * never build one, so `typescript` itself is never imported.
 */
export interface TypeServices {
  readonly program: { getTypeChecker(): unknown };
  getTypeAtLocation(node: Node): unknown;
}

/**
 * One file as every analysis sees it. ESLint's `SourceCode` gives one, `parse()` makes one with oxc-parser;
 * no analysis asks where it came from.
 *
 * Offsets are UTF-16 units of `text`, end-exclusive; `text` never starts with a byte order mark.
 */
export interface Source {
  /** Absolute path. */
  readonly path: string;
  readonly text: string;
  /**
   * The tree; each node's `parent` is set. That of the root is undefined, or null if ESLint made the tree: compare with
   * `!= null`.
   */
  readonly ast: TSESTree.Program;
  /** ESLint's, or our own, which are the same as far as the analyses use them. */
  readonly scopes: Scopes;
  readonly types?: TypeServices;
}
