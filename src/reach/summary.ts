import type { CallNode } from '../syntax/call.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Edge } from './edges/index.ts';
import type { InnerKind } from './inner.ts';
import type { Found } from '../project/changes.ts';
import type { Part } from './part.ts';
import type { Root } from './roots.ts';
import { enclosingFunction, nameOf, qualifiedNameOf } from '../syntax/function.ts';
import { perSource } from '../syntax/per-source.ts';
import { outlineOf } from '../syntax/walk.ts';
import { edgesOf } from './edges/index.ts';
import { rootsIn } from './roots.ts';
import { innerKindOf } from './inner.ts';
import { part, PartGroup } from './part.ts';

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
  readonly edges: () => readonly Edge[];
}

/** What one file adds to a call graph, as plain data without its tree. It is small enough to keep for every file. */
export interface Summary {
  readonly handlers: () => readonly Root[];
  readonly functions: ReadonlyMap<string, FunctionSummary>;
  /** What the file runs when it is loaded, by calls outside all functions. */
  readonly top: () => readonly Edge[];
}

interface FunctionOfFile extends FunctionSummary {
  readonly edges: Part<readonly Edge[]>;
}

/** A summary made from a file. Each part knows what it was found in. */
export interface FileSummary extends Summary {
  readonly handlers: Part<readonly Root[]>;
  readonly functions: ReadonlyMap<string, FunctionOfFile>;
  readonly top: Part<readonly Edge[]>;
  readonly parts: PartGroup;
}

/**
 * What a file adds; undefined if it has no tree.
 *
 * @param sourceOf - returns the file's tree, also later, because the summary doesn't keep it
 */
export function summarise(sourceOf: () => Source | undefined, evaluation: Evaluation): FileSummary | undefined {
  const source = sourceOf();
  if (source === undefined) return undefined;
  const functions = [...outlineByName(source).functions].map(
    ([name, { nodes, run, apart, heard, timed }]): KnownFunction => [
      name,
      { label: nodes[0] && nameOf(nodes[0]), inner: run, apart, heard, timed, edges: undefined },
    ],
  );
  return withParts({ handlers: undefined, top: undefined, functions }, sourceOf, evaluation);
}

/** A function with its qualified name, and its edges as far as they are known. */
export type KnownFunction<Edges = Found<readonly Edge[]>> = readonly [
  name: string,
  summary: Omit<FunctionSummary, 'edges'> & { readonly edges: Edges | undefined },
];

/** What is known of a summary. What nothing asked for is undefined. */
export interface KnownParts {
  readonly handlers: Found<readonly Root[]> | undefined;
  readonly top: Found<readonly Edge[]> | undefined;
  readonly functions: readonly KnownFunction[];
}

export function withParts(
  { handlers, top, functions }: KnownParts,
  sourceOf: () => Source | undefined,
  evaluation: Evaluation,
): FileSummary {
  const { changes } = evaluation.workspace;
  const parts = new PartGroup(changes);
  const edgesOfCalls = (
    callsOf: (source: Source) => readonly CallNode[],
    known: Found<readonly Edge[]> | undefined,
  ): Part<readonly Edge[]> => {
    const search = (): readonly Edge[] => {
      const source = sourceOf();
      return source === undefined ? [] : edgesOf(callsOf(source), source, evaluation);
    };
    return part(changes, parts, search, known);
  };
  return {
    functions: new Map(
      functions.map(([name, { edges, ...words }]) => [
        name,
        { ...words, edges: edgesOfCalls((source) => callsIn(name, source), edges) },
      ]),
    ),
    top: edgesOfCalls((source) => outlineByName(source).top, top),
    handlers: part(changes, parts, (): readonly Root[] => rootsIn(sourceOf(), evaluation), handlers),
    parts,
  };
}

/** The summary itself if all of its parts are valid; otherwise one that finds the others again. */
export function renewedSummary(summary: FileSummary): FileSummary {
  if (isValid(summary)) return summary;
  const functions = new Map(
    [...summary.functions].map(([name, each]) => {
      const edges = each.edges.renewed();
      return [name, edges === each.edges ? each : { ...each, edges }];
    }),
  );
  const { handlers, top, parts } = summary;
  return { handlers: handlers.renewed(), top: top.renewed(), functions, parts };
}

/** This is asked of every file after every edit in an editor. */
function isValid({ handlers, top, functions, parts }: FileSummary): boolean {
  return parts.holds() || parts.holdEach([handlers, top, ...[...functions.values()].map(({ edges }) => edges)]);
}

/**
 * Whether a file adds the same as before, as far as it was asked for. If so, the call graph is the same too, and the
 * known summary is valid again.
 */
export function isSameSummary(known: FileSummary | undefined, other: FileSummary | undefined): boolean {
  if (known === undefined || other === undefined || known === other) return known === other;
  return known.functions.size === other.functions.size && agreesOn(known.functions.keys(), known, other);
}

/** Whether two summaries of a file are the same in all but the functions of other names. */
export function agreesOn(names: Iterable<string>, known: FileSummary, other: FileSummary): boolean {
  if (!known.handlers.agreesWith(other.handlers) || !known.top.agreesWith(other.top)) return false;
  for (const name of names) if (!isSameFunction(known.functions.get(name), other.functions.get(name))) return false;
  return true;
}

function isSameFunction(known: FunctionOfFile | undefined, other: FunctionOfFile | undefined): boolean {
  if (known === undefined || other === undefined) return known === other;
  const { label, inner, apart, heard, timed, edges } = known;
  return (
    other.label === label &&
    other.inner.join() === inner.join() &&
    other.apart.join() === apart.join() &&
    other.heard.join() === heard.join() &&
    other.timed.join() === timed.join() &&
    edges.agreesWith(other.edges)
  );
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
