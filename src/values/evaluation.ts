import type { Node, Source } from '../syntax/source.ts';
import type { Value } from './value.ts';

/**
 * The questions that the parts of this layer ask each other. Each answers undefined for "unknown".
 * Passed along instead of imported, so that the parts stay free of import cycles.
 */
export interface Evaluation {
  /** What an expression refers to; awaiting is transparent. */
  expression(node: Node, source: Source): Value | undefined;
  /** What a value of the written type is: an instance, a signature, a promise. */
  type(node: Node, source: Source): Value | undefined;
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
}
