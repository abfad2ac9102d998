import type { Catalog } from '../catalog/lookup.ts';
import type { Resolver } from '../project/resolve.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Place } from './modules.ts';
import type { Value } from './value.ts';

/**
 * What is asked about expressions and types, in one workspace and with one catalog. Each question answers undefined for
 * "unknown". The parts of this layer get it passed instead of importing each other, so that they stay free of import
 * cycles; the layers above pass it on in place of workspace and catalog.
 */
export interface Evaluation {
  readonly workspace: Workspace;
  readonly catalog: Catalog;
  /** Leads imports to files and packages; the modules that the catalog's settings describe are packages to it. */
  readonly resolver: Resolver;
  /**
   * The same without what code of the package hangs on a framework's objects: by which handlers are recognised, as what
   * hangs there is found with their help. Itself where nothing does.
   */
  readonly undecorated: Evaluation;
  /** What an expression refers to; awaiting is transparent. */
  expression(node: Node, source: Source): Value | undefined;
  /** What a value of the written type is: an instance, a signature, a promise. */
  type(node: Node, source: Source): Value | undefined;
  /** What a value is by the type written beside its name: `x: T`; undefined without one. */
  annotation(target: Node, source: Source): Value | undefined;
  /** What `value.name` is. */
  member(value: Value, name: string): Value | undefined;
  /** What calling the value yields, awaited. */
  result(value: Value): Value | undefined;
  /**
   * What an exported name of a file of the user's code is; `*` is the namespace, `default` what `import x` or `require`
   * gives.
   */
  exported(source: Source, name: string): Value | undefined;
  /** What the name `name` imported from `specifier` is. */
  imported(specifier: string, name: string, from: Source): Value | undefined;
  /**
   * The expression or function that a name stands for, followed through variables, imports, members of modules and
   * object literals, but not through calls: `ctrl.create` gives the `catchAsync(async …)` of the controller's file. A
   * node that is no name is its own.
   */
  follow(node: Node, source: Source): Place | undefined;
}
