import type { HandlerName } from '../handlers/handler.ts';
import type { CallNode } from '../syntax/call.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Edge } from './edges/index.ts';
import type { FunctionKey } from './function-key.ts';
import type { InnerKind } from './inner.ts';
import type { Lazy } from './lazy.ts';
import { recognitionOf } from '../handlers/evaluation.ts';
import type { Entry, HandlerKind } from '../catalog/entry.ts';
import { platformOf } from '../helper/platform.ts';
import { findHandlers } from '../handlers/find.ts';
import { enclosingFunction, nameOf, qualifiedNameOf } from '../syntax/function.ts';
import { perSource } from '../syntax/per-source.ts';
import { outlineOf } from '../syntax/walk.ts';
import { edgesOf } from './edges/index.ts';
import { keyOf } from './function-key.ts';
import { innerKindOf } from './inner.ts';
import { isSameWhereKnown, lazy } from './lazy.ts';

export interface FunctionSummary {
  /** The short name, for a chain in a message; undefined for a callback. */
  readonly label: string | undefined;
  /** Qualified names of the inner functions that run with this one. */
  readonly inner: readonly string[];
  /** Those of inner functions that are returned, or are methods of a class, so that other code may call them. */
  readonly apart: readonly string[];
  /** Those of inner functions that listen to something. */
  readonly heard: readonly string[];
  /** Those of inner functions that run in an interval that outlives this one. */
  readonly timed: readonly string[];
  /** Functions of the user's code that it runs. Computed on demand, because no handler reaches most functions. */
  readonly edges: Lazy<readonly Edge[]>;
}

/** A handler function, and what is known about the handler. */
export interface Root {
  readonly key: FunctionKey;
  readonly handler: HandlerName;
}

/** What one file adds to a call graph, as plain data without its tree. It is small enough to keep for every file. */
export interface Summary {
  readonly handlers: Lazy<readonly Root[]>;
  readonly functions: ReadonlyMap<string, FunctionSummary>;
  /** What the file runs when it is loaded, by calls outside all functions. */
  readonly top: Lazy<readonly Edge[]>;
}

/**
 * What a file adds; undefined if it has no tree.
 *
 * @param sourceOf - returns the file's tree, also later, because the summary doesn't keep it
 */
export function summarise(sourceOf: () => Source | undefined, evaluation: Evaluation): Summary | undefined {
  const source = sourceOf();
  if (source === undefined) return undefined;
  const edges = (callsOf: (source: Source) => readonly CallNode[]): Lazy<readonly Edge[]> =>
    lazy(() => {
      const present = sourceOf();
      return present === undefined ? [] : edgesOf(callsOf(present), present, evaluation);
    });
  const functions = new Map<string, FunctionSummary>();
  for (const [name, { nodes, run, apart, heard, timed }] of outlineByName(source).functions) {
    const [first] = nodes;
    const label = first && nameOf(first);
    functions.set(name, { label, inner: run, apart, heard, timed, edges: edges((present) => callsIn(name, present)) });
  }
  return {
    functions,
    top: edges((present) => outlineByName(present).top),
    handlers: lazy(() => handlersIn(sourceOf(), evaluation)),
  };
}

/** Whether a file adds the same as before, as far as it was asked for. If so, the call graph is the same too. */
export function isSameSummary(known: Summary | undefined, other: Summary | undefined): boolean {
  if (known === undefined || other === undefined) return known === other;
  if (known.functions.size !== other.functions.size) return false;
  if (!isSameWhereKnown(known.handlers, other.handlers) || !isSameWhereKnown(known.top, other.top)) return false;
  return [...known.functions].every(([name, { label, inner, apart, heard, timed, edges }]) => {
    const present = other.functions.get(name);
    return (
      present !== undefined &&
      present.label === label &&
      present.inner.join() === inner.join() &&
      present.apart.join() === apart.join() &&
      present.heard.join() === heard.join() &&
      present.timed.join() === timed.join() &&
      isSameWhereKnown(edges, present.edges)
    );
  });
}

interface Named extends Record<InnerKind, string[]> {
  /** Several if functions share a qualified name; they count as one. */
  readonly nodes: FunctionNode[];
  readonly calls: CallNode[];
}

/** The functions of a file by qualified name, and the calls outside all functions. */
const outlineByName = perSource(
  (source): { readonly functions: ReadonlyMap<string, Named>; readonly top: readonly CallNode[] } => {
    const { calls, functions } = outlineOf(source);
    const byName = new Map<string, Named>();
    const byNode = new Map<Node, Named>();
    for (const node of functions) {
      const name = qualifiedNameOf(node);
      const known = byName.get(name) ?? { nodes: [], run: [], apart: [], heard: [], timed: [], calls: [] };
      byName.set(name, known);
      known.nodes.push(node);
      byNode.set(node, known);
      const outer = enclosingFunction(node);
      if (outer !== undefined) byNode.get(outer)?.[innerKindOf(node, source)].push(name);
    }
    const top: CallNode[] = [];
    for (const call of calls) {
      const caller = enclosingFunction(call);
      (caller === undefined ? top : byNode.get(caller)?.calls)?.push(call);
    }
    return { functions: byName, top };
  },
);

/** The calls in the functions with a qualified name. Inner functions have other names. */
export function callsIn(name: string, source: Source): readonly CallNode[] {
  return outlineByName(source).functions.get(name)?.calls ?? [];
}

function handlersIn(source: Source | undefined, evaluation: Evaluation): Root[] {
  if (source === undefined) return [];
  const handlers = findHandlers(source, recognitionOf(evaluation));
  const platform = handlers.length === 0 ? undefined : platformOf(source, evaluation.workspace, evaluation.catalog);
  return handlers.map(({ node, source: home, entry, kind, route, by }) => {
    const { runtime, flavour } = entry.runtime === undefined && isHosted(entry, kind, platform) ? platform : entry;
    return {
      key: keyOf(node, home),
      handler: {
        route,
        kind,
        framework: entry.name,
        by,
        ...(runtime !== undefined && { runtime }),
        ...(flavour !== undefined && { flavour }),
      },
    };
  });
}

/**
 * Whether the platform, instead of the handler's entry, decides what happens to the handler's work. It doesn't if that
 * entry describes the platform itself.
 */
function isHosted(entry: Entry, kind: HandlerKind, platform: Entry | undefined): platform is Entry {
  return (
    platform !== undefined &&
    (kind === 'request' || kind === 'message' || kind === 'job') &&
    !entry.packages.some((name) => platform.signs?.packages?.includes(name) === true)
  );
}
