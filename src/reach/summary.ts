import type { CallNode } from '../syntax/call.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Edge } from './edges/index.ts';
import type { InnerKind } from './inner.ts';
import type { Lazy } from '../syntax/lazy.ts';
import type { Root } from './roots.ts';
import { enclosingFunction, nameOf, qualifiedNameOf } from '../syntax/function.ts';
import { perSource } from '../syntax/per-source.ts';
import { outlineOf } from '../syntax/walk.ts';
import { edgesOf } from './edges/index.ts';
import { rootsIn } from './roots.ts';
import { innerKindOf } from './inner.ts';
import { isSameWhereKnown, lazy } from '../syntax/lazy.ts';

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
  const functions = [...outlineByName(source).functions].map(
    ([name, { nodes, run, apart, heard, timed }]): SavedFunction => [
      name,
      { label: nodes[0] && nameOf(nodes[0]), inner: run, apart, heard, timed, edges: undefined },
    ],
  );
  return withLazyParts({ handlers: undefined, top: undefined, functions }, sourceOf, evaluation);
}

/** A function with its qualified name. */
type SavedFunction = readonly [
  name: string,
  summary: Omit<FunctionSummary, 'edges'> & { readonly edges: readonly Edge[] | undefined },
];

/** A summary as plain data. What was never asked for is undefined. */
export interface SavedSummary {
  readonly handlers: readonly Root[] | undefined;
  readonly top: readonly Edge[] | undefined;
  readonly functions: readonly SavedFunction[];
}

export function savedSummary({ handlers, top, functions }: Summary): SavedSummary {
  const known = <Answer>(answer: Lazy<Answer>): Answer | undefined => (answer.isKnown() ? answer() : undefined);
  return {
    handlers: known(handlers),
    top: known(top),
    functions: [...functions].map(([name, { edges, ...parts }]) => [name, { ...parts, edges: known(edges) }]),
  };
}

/**
 * A summary whose missing parts are found out when they are asked for.
 *
 * @param sourceOf - see `summarise`; for what is missing
 */
export function withLazyParts(
  { handlers, top, functions }: SavedSummary,
  sourceOf: () => Source | undefined,
  evaluation: Evaluation,
): Summary {
  const edgesOfCalls = (
    callsOf: (source: Source) => readonly CallNode[],
    before: readonly Edge[] | undefined,
  ): Lazy<readonly Edge[]> =>
    lazy(() => {
      const present = sourceOf();
      return present === undefined ? [] : edgesOf(callsOf(present), present, evaluation);
    }, before);
  return {
    functions: new Map(
      functions.map(([name, { edges, ...parts }]) => [
        name,
        { ...parts, edges: edgesOfCalls((present) => callsIn(name, present), edges) },
      ]),
    ),
    top: edgesOfCalls((present) => outlineByName(present).top, top),
    handlers: lazy((): readonly Root[] => rootsIn(sourceOf(), evaluation), handlers),
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
