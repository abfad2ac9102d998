import type { Catalog } from '../catalog/lookup.ts';
import type { CallNode } from '../syntax/call.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { HandlerName } from './handler.ts';
import type { Lazy } from './lazy.ts';
import { enclosingFunction, isFunction, nameOf, qualifiedNameOf } from '../syntax/function.ts';
import { perSource } from '../syntax/per-source.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { evaluate } from '../values/evaluate.ts';
import type { decoratedValue } from './decorations.ts';
import { findHandlers } from './find.ts';
import { isSameWhereKnown, lazy } from './lazy.ts';

/** A function by its file and qualified name, which stay the same when code before it changes. */
export interface FunctionKey {
  readonly path: string;
  readonly name: string;
}

export interface FunctionSummary {
  /** For a chain in a message: the short name; undefined for a callback. */
  readonly label: string | undefined;
  /** Qualified names of the functions written inside this one. */
  readonly inner: readonly string[];
  /**
   * Functions of the user's code that it calls or passes on as a callback; found out at the first question, as most
   * functions are reached by no handler.
   */
  readonly calls: Lazy<readonly FunctionKey[]>;
}

/** What one file adds to the package's call graph, without its tree: small enough to keep for every file. */
export interface Summary {
  readonly handlers: Lazy<readonly { readonly key: FunctionKey; readonly handler: HandlerName }[]>;
  readonly functions: ReadonlyMap<string, FunctionSummary>;
}

/** How the values of a framework's objects are known; see `decoratedValue`. */
export type Decorated = typeof decoratedValue;

/**
 * What a file adds.
 *
 * @param sourceOf - gives the file's tree, also later: the summary holds none
 * @param decorated - left out where only the file itself is looked at
 */
export function summarise(
  sourceOf: () => Source | undefined,
  catalog: Catalog,
  decorated?: Decorated,
): Summary | undefined {
  const source = sourceOf();
  if (source === undefined) return undefined;
  const functions = new Map<string, FunctionSummary>();
  for (const [name, { nodes, inner }] of functionsIn(source)) {
    const [first] = nodes;
    functions.set(name, {
      label: first && nameOf(first),
      inner,
      calls: lazy(() => callsOf(name, sourceOf(), catalog, decorated)),
    });
  }
  return { functions, handlers: lazy(() => handlersIn(sourceOf(), catalog)) };
}

/** Whether a file adds the same as before, as far as anybody asked: then the call graph is the same, too. */
export function isSameSummary(known: Summary | undefined, other: Summary | undefined): boolean {
  if (known === undefined || other === undefined) return known === other;
  if (known.functions.size !== other.functions.size || !isSameWhereKnown(known.handlers, other.handlers)) return false;
  return [...known.functions].every(([name, { label, inner, calls }]) => {
    const present = other.functions.get(name);
    return (
      present !== undefined &&
      present.label === label &&
      present.inner.join() === inner.join() &&
      isSameWhereKnown(calls, present.calls)
    );
  });
}

interface Named {
  /** Overloads apart, two functions of one name stand for each other. */
  readonly nodes: FunctionNode[];
  readonly inner: string[];
  readonly calls: CallNode[];
}

/** The functions of a file by their qualified names. */
const functionsIn = perSource((source): ReadonlyMap<string, Named> => {
  const { calls, functions } = outlineOf(source);
  const byName = new Map<string, Named>();
  const byNode = new Map<Node, Named>();
  for (const node of functions) {
    const name = qualifiedNameOf(node);
    const known = byName.get(name) ?? { nodes: [], inner: [], calls: [] };
    byName.set(name, known);
    known.nodes.push(node);
    byNode.set(node, known);
    const outer = enclosingFunction(node);
    if (outer !== undefined) byNode.get(outer)?.inner.push(name);
  }
  for (const call of calls) {
    const caller = enclosingFunction(call);
    if (caller !== undefined) byNode.get(caller)?.calls.push(call);
  }
  return byName;
});

/** The calls that stand in the functions of a qualified name; what is written inside those has names of its own. */
export function callsIn(name: string, source: Source): readonly CallNode[] {
  return functionsIn(source).get(name)?.calls ?? [];
}

function keyOf(node: FunctionNode, source: Source): FunctionKey {
  return { path: source.path, name: qualifiedNameOf(node) };
}

function callsOf(
  name: string,
  source: Source | undefined,
  catalog: Catalog,
  decorated: Decorated | undefined,
): FunctionKey[] {
  const keys: FunctionKey[] = [];
  if (source === undefined) return keys;
  for (const call of callsIn(name, source)) {
    if (call.type !== 'CallExpression' && call.type !== 'NewExpression') continue;
    for (const named of [call.callee, ...call.arguments].map(unwrap)) {
      if (named.type !== 'Identifier' && named.type !== 'MemberExpression') continue;
      const plain = evaluate(named, source);
      const value = decorated?.(plain, source, catalog) ?? plain;
      if (value?.kind === 'function' && isFunction(value.node)) keys.push(keyOf(value.node, value.source));
    }
  }
  return keys;
}

function handlersIn(source: Source | undefined, catalog: Catalog): ReturnType<Summary['handlers']> {
  if (source === undefined) return [];
  return findHandlers(source, catalog).map(({ node, source: home, entry, kind, route, by }) => ({
    key: keyOf(node, home),
    handler: {
      route,
      kind,
      framework: entry.name,
      by,
      ...(entry.runtime !== undefined && { runtime: entry.runtime }),
      ...(entry.flavour !== undefined && { flavour: entry.flavour }),
    },
  }));
}
