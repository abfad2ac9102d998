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
    ([name, { nodes, run, apart, heard, timed }]): NamedParts => [
      name,
      nodes[0] && nameOf(nodes[0]),
      run,
      apart,
      heard,
      timed,
    ],
  );
  return withLazyParts(
    functions.map((parts) => [parts]),
    undefined,
    undefined,
    sourceOf,
    evaluation,
  );
}

/** A function's qualified name, and the first five keys of its summary. */
type NamedParts = readonly [
  name: string,
  label: string | undefined,
  inner: readonly string[],
  apart: readonly string[],
  heard: readonly string[],
  timed: readonly string[],
];

/** A summary as plain data. What was never asked for is null. */
export type SavedSummary = readonly [
  handlers: readonly Root[] | null,
  top: readonly Edge[] | null,
  functions: readonly (readonly [parts: readonly unknown[], edges: readonly Edge[] | null])[],
];

export function savedSummary({ handlers, top, functions }: Summary): SavedSummary {
  const known = <Answer>(answer: Lazy<Answer>): Answer | null => (answer.isKnown() ? answer() : null);
  return [
    known(handlers),
    known(top),
    [...functions].map(([name, { label, inner, apart, heard, timed, edges }]) => [
      [name, label ?? null, inner, apart, heard, timed],
      known(edges),
    ]),
  ];
}

/** @param sourceOf - see `summarise`; for what the summary lacks */
export function restoredSummary(
  [handlers, top, functions]: SavedSummary,
  sourceOf: () => Source | undefined,
  evaluation: Evaluation,
): Summary {
  const named = functions.map(([parts, edges]): [NamedParts, readonly Edge[] | undefined] => {
    const [name, label, ...inner] = parts as unknown as NamedParts;
    return [[name, label ?? undefined, ...inner], edges ?? undefined];
  });
  return withLazyParts(named, handlers ?? undefined, top ?? undefined, sourceOf, evaluation);
}

function withLazyParts(
  functions: readonly (readonly [parts: NamedParts, edges?: readonly Edge[] | undefined])[],
  handlers: readonly Root[] | undefined,
  top: readonly Edge[] | undefined,
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
      functions.map(([[name, label, inner, apart, heard, timed], before]) => [
        name,
        { label, inner, apart, heard, timed, edges: edgesOfCalls((present) => callsIn(name, present), before) },
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
