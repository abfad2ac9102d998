import type { TSESTree } from '@typescript-eslint/types';
import type { SignatureNode } from '../../syntax/function.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../evaluation.ts';
import type { ExternalValue, Value } from '../value.ts';

/** What the names `this` and `T` mean where a type is written. */
export interface Scope {
  /** What a member was taken from, for the type `this`. */
  readonly owner?: Declared;
  /** The arguments given to the parameters of the interface, class or alias around, by their place. */
  readonly given?: readonly Argument[];
}

/** A type argument, read when somebody asks for it. */
export interface Argument extends Scope {
  readonly node: Node;
  readonly source: Source;
}

/**
 * One thing that a written type stands for: a signature, a class, an interface, a type literal, a namespace, a module
 * (its `Program`), an object literal, or any other type, which says no more than itself. The types inside of it are
 * read in its scope.
 */
export interface Declared extends Scope {
  readonly node: Node;
  readonly source: Source;
  /** Of a class, the side meant; the static one when left out. */
  readonly side?: 'instance';
  /** Set where a file of the user's leads to a package: what it is known by there. */
  readonly external?: ExternalValue;
  /** It is a promise of this, as an async function gives it. */
  readonly promised?: true;
}

export type Signature = Declared & { readonly node: SignatureNode };

/**
 * The questions that the parts of the reader ask each other while one question from outside is answered. An empty list
 * means: it is not known, or the question leads back to itself.
 */
export interface Reading {
  readonly evaluation: Evaluation;
  /** What a value of a written type may be; several for unions, intersections and overloads. */
  types(node: Node, source: Source, scope: Scope): Declared[];
  /** What a name, or names with dots between, declares: as a value and as a type. An alias is not followed yet. */
  entity(node: Node, source: Source): Declared[];
  /** What a file, or a namespace or declared module in it, exports under a name. */
  exported(module: Module, source: Source, name: string): Declared[];
  /** What `name` imported from `specifier` is. */
  imported(specifier: string, name: string, node: Node, source: Source): Declared[];
  /** What a value that an expression evaluates to is declared as. */
  ofValue(value: Value | undefined, node: Node, source: Source): Declared[];
  /** The members of a name; several for overloads. */
  members(declared: Declared, name: string): Declared[];
  /** The signatures by which a value is called. */
  signatures(declared: Declared): Signature[];
  /** What calling a value gives; that of a signature is what it is written to return. */
  results(declared: Declared): Declared[];
  /** What `new` gives of a value. */
  instances(declared: Declared): Declared[];
  /** What awaiting a value gives. */
  awaited(declared: Declared): Declared[];
}

/** What has exports. */
export type Module = TSESTree.Program | TSESTree.TSModuleDeclaration;

export type ClassOrInterface = TSESTree.ClassDeclaration | TSESTree.ClassExpression | TSESTree.TSInterfaceDeclaration;

export function isClass(node: Node): node is TSESTree.ClassDeclaration | TSESTree.ClassExpression {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

export function isClassOrInterface(node: Node): node is ClassOrInterface {
  return isClass(node) || node.type === 'TSInterfaceDeclaration';
}
