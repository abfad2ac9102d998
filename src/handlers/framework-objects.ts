import type { Entry } from '../catalog/entry.ts';
import type { Evaluation } from '../values/evaluation.ts';
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
    const entries = [
      ...parameterTypes.findAll(object),
      ...receivers.findAll(object).map(({ entry }) => entry),
      ...storing.findAll(object),
    ].filter(({ stores }) => stores !== undefined);
    if (entries.length > 0)
      return [...new Set(entries)].map((entry) => ({ entry, steps: steps.slice(before), before }));
  }
  return [];
}

/** The frameworks that pass a parameter to its function: a handler, or a plugin. */
function entriesGiving(value: ParameterValue, evaluation: Evaluation): ReadonlySet<Entry> {
  const handled = handlersIn(value.source, evaluation).get(value.fn) ?? [];
  const given = handled.length > 0 ? [] : givenReceivers(value, evaluation).map(({ entry }) => entry);
  return new Set([...handled, ...given].filter(({ stores }) => stores !== undefined));
}

const handlersIn: (source: Source, evaluation: Evaluation) => ReadonlyMap<Node, readonly Entry[]> = perFile(
  (source, evaluation) => {
    const entries = new Map<Node, Entry[]>();
    for (const { node, entry } of findHandlers(source, evaluation)) addTo(entries, node as Node, entry);
    return entries;
  },
);
