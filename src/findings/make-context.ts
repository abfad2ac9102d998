import type { Entry } from '../catalog/entry.ts';
import type { Catalog } from '../catalog/lookup.ts';
import type { Reach } from '../handlers/reaches.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Ground } from '../ownership/context.ts';
import { decoratedValue } from '../handlers/decorations.ts';
import { findHandlers } from '../handlers/find.ts';
import { mayHoldHandlers } from '../handlers/prefilter.ts';
import { createOracle } from '../promises/oracle.ts';
import { enclosingFunction } from '../syntax/function.ts';
import { meansAt } from '../ownership/answers/answers.ts';
import { fateOf } from '../ownership/ownership.ts';

const NO_ENTRIES: ReadonlyMap<Node, Entry> = new Map();

export function groundOf(source: Source, catalog: Catalog, reach: Reach, looking = new Set<FunctionNode>()): Ground {
  let entries: ReadonlyMap<Node, Entry> | undefined;
  const entryOf = (fn: FunctionNode): Entry | undefined => (entries ??= entriesIn(source, catalog)).get(fn);
  const ground: Ground = {
    source,
    catalog,
    oracle:
      reach === 'project'
        ? createOracle(catalog, (value, from) => decoratedValue(value, from, catalog))
        : createOracle(catalog),
    entryOf,
    means: (node) => meansAt(node, source, entryOf),
    functionOf: enclosingFunction,
    fateOf: (call) => fateOf(call, ground),
    at: (other) => (other === source ? ground : groundOf(other, catalog, reach, looking)),
    looking,
    asking: new Set(),
  };
  return ground;
}

/** The frameworks of the functions of a file that it makes handlers itself. */
function entriesIn(source: Source, catalog: Catalog): ReadonlyMap<Node, Entry> {
  if (!mayHoldHandlers(source.path, source.text, catalog)) return NO_ENTRIES;
  return new Map(
    findHandlers(source, catalog).flatMap(({ node, source: home, entry }) =>
      home === source ? [[node, entry] as const] : [],
    ),
  );
}
