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
  /** For a chain in a message: the short name; undefined for a callback. */
  readonly label: string | undefined;
  /** Qualified names of the functions written inside this one which run with it. */
  readonly inner: readonly string[];
  /** Of those that are written inside it and given back, or methods of a class: who has them may call them. */
  readonly apart: readonly string[];
  /** Of those that are written inside it and listen to something. */
  readonly heard: readonly string[];
  /** Of those that are written inside it and run by an interval that outlives it. */
  readonly timed: readonly string[];
  /** Functions of the user's code that it runs; found out at the first question, as most functions are reached by no handler. */
  readonly edges: Lazy<readonly Edge[]>;
}

/** A function that is called from outside, and by what it is known. */
export interface Root {
  readonly key: FunctionKey;
  readonly handler: HandlerName;
}

/** What one file adds to a call graph, in words without its tree: small enough to keep for every file. */
export interface Summary {
  readonly handlers: Lazy<readonly Root[]>;
  readonly functions: ReadonlyMap<string, FunctionSummary>;
  /** What the file runs when it is loaded, by calls outside of all functions. */
  readonly top: Lazy<readonly Edge[]>;
}

/**
 * What a file adds; undefined when there is no tree of it.
 *
 * @param sourceOf - gives the file's tree, also later: the summary holds none
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

/** Whether a file adds the same as before, as far as that was asked for: then the call graph is the same, too. */
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
  /** Overloads apart, two functions of one name stand for each other. */
  readonly nodes: FunctionNode[];
  readonly calls: CallNode[];
}

/** The functions of a file by their qualified names, and the calls that stand in none. */
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

/** The calls that stand in the functions of a qualified name; what is written inside those has names of its own. */
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

/** Whether a platform says more of what becomes of a handler's work than the handler's own entry, which is about it, too. */
function isHosted(entry: Entry, kind: HandlerKind, platform: Entry | undefined): platform is Entry {
  return (
    platform !== undefined &&
    (kind === 'request' || kind === 'message' || kind === 'job') &&
    !entry.packages.some((name) => platform.signs?.packages?.includes(name) === true)
  );
}
