import type { Entry } from '../catalog/entry.ts';
import type { Handler } from '../handlers/handler.ts';
import type { Reach } from '../handlers/reaches.ts';
import type { Context } from '../ownership/index.ts';
import type { Oracle } from '../promises/oracle.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { recognitionOf } from '../handlers/evaluation.ts';
import { findHandlers } from '../handlers/find.ts';
import { mayHoldHandlers } from '../handlers/prefilter.ts';
import { ownershipOf, respondersAt } from '../ownership/index.ts';
import { createOracle } from '../promises/oracle.ts';

/** The context of the search for owners, with the oracle; passed to everything that judges a call. */
export interface FindingContext extends Context {
  readonly oracle: Oracle;
  readonly at: (source: Source) => FindingContext;
  /** Whether a call in the file registers a function, of whatever file, as a handler. */
  readonly makesHandler: (fn: FunctionNode) => boolean;
  /** Whether the promises of functions may reject, for those asked about so far. */
  readonly failing: Map<FunctionNode, boolean>;
}

const NO_HANDLERS: ReadonlyMap<Node, Handler> = new Map();

export function contextOf(
  source: Source,
  given: Evaluation,
  reach: Reach,
  looking = new Set<FunctionNode>(),
): FindingContext {
  // Values that other files put on a framework's objects count only when the whole package is analyzed.
  const evaluation = reach === 'project' ? given : given.undecorated;
  let handlers: ReadonlyMap<Node, Handler> | undefined;
  const all = (): ReadonlyMap<Node, Handler> => (handlers ??= handlersIn(source, evaluation));
  const handlerOf = (fn: FunctionNode): Handler | undefined => {
    const handler = all().get(fn);
    return handler?.source === source ? handler : undefined;
  };
  const entryOf = (fn: FunctionNode): Entry | undefined => handlerOf(fn)?.entry;
  const context: FindingContext = {
    source,
    evaluation,
    oracle: createOracle(evaluation),
    entryOf,
    makesHandler: (fn) => {
      const handler = all().get(fn);
      return handler?.by === 'registration' && handler.kind !== 'timer' && handler.dropped !== true;
    },
    isDroppedHandler: (fn) => handlerOf(fn)?.dropped === true,
    responders: (node) => respondersAt(node, source, evaluation, entryOf, (fn) => handlerOf(fn)?.kind === 'job'),
    ownershipOf: (launch, collected) => ownershipOf(launch, context, collected),
    at: (other) => (other === source ? context : contextOf(other, evaluation, reach, looking)),
    looking,
    asking: new Set(),
    failing: new Map(),
  };
  return context;
}

/** The functions that a file makes handlers, its own and those of other files. */
function handlersIn(source: Source, evaluation: Evaluation): ReadonlyMap<Node, Handler> {
  const recognition = recognitionOf(evaluation);
  if (!mayHoldHandlers(source.path, source.text, recognition)) return NO_HANDLERS;
  return new Map(findHandlers(source, recognition).map((handler) => [handler.node, handler]));
}
