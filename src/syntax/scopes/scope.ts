import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../source.ts';

/** A place where a variable is declared. */
export interface Definition {
  /** As ESLint calls it: `Parameter`, `Variable`, `ImportBinding`, … */
  readonly type: string;
  readonly name: Node;
  /** What declares it: the declarator, function, class, specifier. */
  readonly node: Node;
}

/** The part of ESLint's variables that is asked for. */
export interface Variable {
  readonly name: string;
  /** Empty for what nothing in the file declares. */
  readonly defs: readonly Definition[];
  readonly identifiers: readonly Node[];
  readonly references: readonly Reference[];
  readonly scope: Scope;
}

export interface Reference {
  readonly identifier: TSESTree.Identifier | TSESTree.JSXIdentifier;
  /** The scope it stands in. */
  readonly from: Scope;
  readonly resolved: Variable | null;
  /** What is written, where that is one expression. */
  readonly writeExpr?: Node | null | undefined;
  /** Whether it writes what its declaration says. */
  readonly init?: boolean | undefined;
  isRead(): boolean;
  isWrite(): boolean;
}

export interface Scope {
  /** As ESLint calls it: `module`, `function`, `block`, … */
  readonly type: string;
  /** The node that makes it. */
  readonly block: Node;
  readonly upper: Scope | null;
  /** The nearest one, this included, that `var` declares in. */
  readonly variableScope: Scope;
  readonly variables: readonly Variable[];
  readonly set: ReadonlyMap<string, Variable>;
  readonly references: readonly Reference[];
  /** References that lead out of it. */
  readonly through: readonly Reference[];
}

/** The part of ESLint's scope manager that is asked for. */
export interface Scopes {
  readonly scopes: readonly Scope[];
  readonly globalScope: Scope | null;
  /** The scope that a node makes; of several the outermost, or the innermost. */
  acquire(node: Node, inner?: boolean): Scope | null;
}
