import type { Catalog } from '../catalog/lookup.ts';
import type { Resolver } from '../project/resolve.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Place } from './modules.ts';
import type { Value } from './value.ts';

/**
 * The queries about expressions and types, in one workspace and with one catalog. Each returns undefined for "unknown".
 * The parts of this layer receive it instead of importing each other, which avoids import cycles. The layers above pass
 * it on instead of workspace and catalog.
 */
export interface Evaluation {
  readonly workspace: Workspace;
  readonly catalog: Catalog;
  /** Resolves imports to files and packages. Modules described in settings count as packages. */
  readonly resolver: Resolver;
  /**
   * The same without the values that the package's own code puts on a framework's objects. It identifies handlers,
   * because finding those values requires the handlers. The evaluation itself if it includes no such values.
   */
  readonly undecorated: Evaluation;
  /** What an expression refers to; awaiting is transparent. */
  expression(node: Node, source: Source): Value | undefined;
  /** The value that a written type describes: an instance, a signature, a promise. */
  type(node: Node, source: Source): Value | undefined;
  /** The value that the type annotation of a name describes: `x: T`; undefined without one. */
  annotation(target: Node, source: Source): Value | undefined;
  /** The value of `value.name`. */
  member(value: Value, name: string): Value | undefined;
  /** The awaited result of calling the value. */
  result(value: Value): Value | undefined;
  /**
   * The value of an export of the user's code. `*` is the namespace; `default` is what `import x` or `require` returns.
   */
  exported(source: Source, name: string): Value | undefined;
  /** The value of `name` imported from `specifier`. */
  imported(specifier: string, name: string, from: Source): Value | undefined;
  /**
   * The expression or function that a name refers to, through variables, imports, and members of modules and object
   * literals, but not through calls: `ctrl.create` leads to `catchAsync(async …)` in the controller's file. Any other
   * node leads to itself.
   */
  follow(node: Node, source: Source): Place | undefined;
}
