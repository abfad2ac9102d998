import type { Variable } from '../syntax/scopes/scope.ts';
import type { Entry } from '../catalog/entry.ts';
import type { Catalog } from '../catalog/lookup.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Oracle } from '../promises/oracle.ts';
import type { Means } from './answers/answers.ts';
import type { Fate } from './owner.ts';

/** The file being analysed and what is known of it; handed to every part of the search for owners. */
export interface Ground {
  readonly source: Source;
  readonly catalog: Catalog;
  readonly oracle: Oracle;
  /** The framework of a function that is a handler. */
  entryOf(fn: FunctionNode): Entry | undefined;
  /** What answers the request, as seen from `node`. */
  means(node: Node): Means;
  /** The function whose body holds `node`. */
  functionOf(node: Node): FunctionNode | undefined;
  /** What becomes of the value that a call yields. */
  fateOf(call: Node): Fate;
  /** The same for another file of the package. */
  at(source: Source): Ground;
  /** Functions of whose parameter it is being asked what becomes of it: they may call each other. */
  readonly looking: Set<FunctionNode>;
  /** Variables whose fate is being asked for: aliases may lead in a circle. */
  readonly asking: Set<Variable>;
}
