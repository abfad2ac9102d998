import type { Entry } from '../catalog/entry.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Found } from '../project/changes.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { ExternalValue, ParameterValue, Value } from '../values/value.ts';
import { addTo } from '../syntax/grouping.ts';
import { findHandlers } from './find.ts';
import { perFile } from './per-file.ts';
import { givenReceivers } from './receiver.ts';

/** A value reached from an object that a framework gives: an application, a request, a context, a container. */
export interface OfFramework {
  readonly entry: Entry;
  /** The names and calls that lead to it from that object. */
  readonly steps: readonly string[];
  /** How many steps lie before them. */
  readonly before: number;
}

/** The objects of frameworks with stores that a value is reached from. */
export function ofFrameworks(value: Value, evaluation: Evaluation): readonly OfFramework[] {
  if (value.kind === 'external') return fromPackage(value, evaluation);
  if (value.kind !== 'parameter') return [];
  return [...entriesGiving(value, evaluation)].map((entry) => ({ entry, steps: value.path, before: 0 }));
}

function fromPackage({ module, steps }: ExternalValue, { catalog }: Evaluation): OfFramework[] {
  const { parameterTypes, receivers, storing } = catalog;
  if (![parameterTypes, receivers, storing].some((index) => index.knows(module))) return [];
  for (let before = 1; before <= steps.length; before += 1) {
    const object = { module, steps: steps.slice(0, before) };
    const entries = withStores([
      ...parameterTypes.findAll(object),
      ...receivers.findAll(object).map(({ entry }) => entry),
      ...storing.findAll(object),
    ]);
    if (entries.size > 0) return [...entries].map((entry) => ({ entry, steps: steps.slice(before), before }));
  }
  return [];
}

/** The frameworks that pass a parameter to its function: a handler, or a plugin. Each file remembers its own. */
function entriesGiving(value: ParameterValue, evaluation: Evaluation): ReadonlySet<Entry> {
  const { handlers, given } = parametersOf(value.source, evaluation);
  const handled = handlers.get(value.fn);
  if (handled !== undefined) return handled;
  const byIndex = given.get(value.fn) ?? new Map<number, Found<ReadonlySet<Entry>>>();
  given.set(value.fn, byIndex);
  return evaluation.workspace.changes.keptIn(byIndex, value.index, () =>
    withStores(givenReceivers(value, evaluation).map(({ entry }) => entry)),
  );
}

interface Parameters {
  readonly handlers: ReadonlyMap<Node, ReadonlySet<Entry>>;
  /** What functions that are no handlers are given, by the parameter's index. */
  readonly given: Map<Node, Map<number, Found<ReadonlySet<Entry>>>>;
}

const parametersOf = perFile((source: Source, evaluation): Parameters => {
  const handlers = new Map<Node, Entry[]>();
  for (const { node, entry } of findHandlers(source, evaluation)) addTo(handlers, node as Node, entry);
  return { handlers: new Map([...handlers].map(([node, entries]) => [node, withStores(entries)])), given: new Map() };
});

function withStores(entries: readonly Entry[]): ReadonlySet<Entry> {
  return new Set(entries.filter(({ stores }) => stores !== undefined));
}
