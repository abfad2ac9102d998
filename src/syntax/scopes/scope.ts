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

/** The part of ESLint's variables that the analyses use. */
export interface Variable {
  readonly name: string;
  /** Empty if nothing in the file declares it. */
  readonly defs: readonly Definition[];
  readonly identifiers: readonly Node[];
  readonly references: readonly Reference[];
  readonly scope: Scope;
}

export interface Reference {
  readonly identifier: TSESTree.Identifier | TSESTree.JSXIdentifier;
  /** The scope that contains it. */
  readonly from: Scope;
  readonly resolved: Variable | null;
  /** The expression that is written, if there is one. */
  readonly writeExpr?: Node | null | undefined;
  /** Whether the write belongs to the declaration. */
  readonly init?: boolean | undefined;
  isRead(): boolean;
  isWrite(): boolean;
}

export interface Scope {
  /** As ESLint calls it: `module`, `function`, `block`, … */
  readonly type: string;
  /** The node that creates it. */
  readonly block: Node;
  readonly upper: Scope | null;
  /** The nearest scope, perhaps this one, that `var` declares in. */
  readonly variableScope: Scope;
  readonly variables: readonly Variable[];
  readonly set: ReadonlyMap<string, Variable>;
  readonly references: readonly Reference[];
  /** References that it doesn't resolve. */
  readonly through: readonly Reference[];
}

/** The part of ESLint's scope manager that the analyses use. */
export interface Scopes {
  readonly scopes: readonly Scope[];
  readonly globalScope: Scope | null;
  /** The scope that a node creates. If there are several: the outermost, or the innermost if `inner` is set. */
  acquire(node: Node, inner?: boolean): Scope | null;
}
