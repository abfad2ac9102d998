import type { Entry } from '../catalog/entry.ts';
import type { Reach } from '../handlers/reaches.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Ground } from './ground.ts';
import { recognitionOf } from '../handlers/evaluation.ts';
import { findHandlers } from '../handlers/find.ts';
import { mayHoldHandlers } from '../handlers/prefilter.ts';
import { createOracle } from '../promises/oracle.ts';
import { enclosingFunction } from '../syntax/function.ts';
import { meansAt } from './answers.ts';
import { fateOf } from './fate.ts';

const NO_ENTRIES: ReadonlyMap<Node, Entry> = new Map();

export function groundOf(source: Source, given: Evaluation, reach: Reach, looking = new Set<FunctionNode>()): Ground {
  // What other files put on a framework's objects is known where the whole package is looked at.
  const evaluation = reach === 'project' ? given : given.undecorated;
  let entries: ReadonlyMap<Node, Entry> | undefined;
  const entryOf = (fn: FunctionNode): Entry | undefined => (entries ??= entriesIn(source, evaluation)).get(fn);
  const ground: Ground = {
    source,
    evaluation,
    oracle: createOracle(evaluation),
    entryOf,
    means: (node) => meansAt(node, source, entryOf),
    functionOf: enclosingFunction,
    fateOf: (call) => fateOf(call, ground),
    at: (other) => (other === source ? ground : groundOf(other, evaluation, reach, looking)),
    looking,
    asking: new Set(),
  };
  return ground;
}

/** The frameworks of the functions of a file that it makes handlers itself. */
function entriesIn(source: Source, evaluation: Evaluation): ReadonlyMap<Node, Entry> {
  const recognition = recognitionOf(evaluation);
  if (!mayHoldHandlers(source.path, source.text, recognition)) return NO_ENTRIES;
  return new Map(
    findHandlers(source, recognition).flatMap(({ node, source: home, entry }) =>
      home === source ? [[node, entry] as const] : [],
    ),
  );
}
