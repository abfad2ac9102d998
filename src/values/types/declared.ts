import type { TSESTree } from '@typescript-eslint/types';
import type { SignatureNode } from '../../syntax/function.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../evaluation.ts';
import type { ExternalValue, Value } from '../value.ts';

/** What `this` and `T` mean where a type is written. */
export interface Scope {
  /** The declaration that a member belongs to, for the type `this`. */
  readonly owner?: Declared;
  /** The type arguments of the surrounding interface, class or alias, by index. */
  readonly given?: readonly Argument[];
}

/** A type argument, read on demand. */
export interface Argument extends Scope {
  readonly node: Node;
  readonly source: Source;
}

/**
 * One declaration that a written type refers to: a signature, a class, an interface, a type literal, a namespace, a
 * module (its `Program`), an object literal, or any other type, which stands only for itself. The types inside it are
 * read in its scope.
 */
export interface Declared extends Scope {
  readonly node: Node;
  readonly source: Source;
  /** The side of a class; the static one by default. */
  readonly side?: 'instance';
  /** Set if a user's file leads to a package: the path to the value there. */
  readonly external?: ExternalValue;
  /** Set for a promise of this type, as an async function returns it. */
  readonly promised?: true;
}

export type Signature = Declared & { readonly node: SignatureNode };

/**
 * The queries between the parts of the reader while it answers one query from outside. An empty list means unknown, or
 * that the query leads back to itself.
 */
export interface Reading {
  readonly evaluation: Evaluation;
  /** The declarations behind a written type; several for unions, intersections and overloads. */
  types(node: Node, source: Source, scope: Scope): Declared[];
  /** The declarations of a name or a dotted name, as a value and as a type. Aliases aren't followed yet. */
  entity(node: Node, source: Source): Declared[];
  /** The declarations that a file, or a namespace or declared module in it, exports under a name. */
  exported(module: Module, source: Source, name: string): Declared[];
  /** The declarations of `name` imported from `specifier`. */
  imported(specifier: string, name: string, node: Node, source: Source): Declared[];
  /** The declarations of the value of an expression. */
  ofValue(value: Value | undefined, node: Node, source: Source): Declared[];
  /** The members with a name; several for overloads. */
  members(declared: Declared, name: string): Declared[];
  /** The call signatures of a value. */
  signatures(declared: Declared): Signature[];
  /** The result of calling a value; for a signature, its return type. */
  results(declared: Declared): Declared[];
  /** The result of `new` on a value. */
  instances(declared: Declared): Declared[];
  /** The value once it is awaited. */
  awaited(declared: Declared): Declared[];
}

/** A node with exports. */
export type Module = TSESTree.Program | TSESTree.TSModuleDeclaration;

export type ClassOrInterface = TSESTree.ClassDeclaration | TSESTree.ClassExpression | TSESTree.TSInterfaceDeclaration;

export function isClass(node: Node): node is TSESTree.ClassDeclaration | TSESTree.ClassExpression {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

export function isClassOrInterface(node: Node): node is ClassOrInterface {
  return isClass(node) || node.type === 'TSInterfaceDeclaration';
}
