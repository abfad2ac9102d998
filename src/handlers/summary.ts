import type { Catalog } from '../catalog/lookup.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { HandlerName } from './handler.ts';
import { enclosingFunction, isFunction, nameOf, qualifiedNameOf } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { evaluate } from '../values/evaluate.ts';
import { decoratedValue } from './decorations.ts';
import { findHandlers } from './find.ts';
import { perFile } from './per-file.ts';

/** A function by its file and qualified name, which stay the same when code before it changes. */
export interface FunctionKey {
  readonly path: string;
  readonly name: string;
}

export interface FunctionSummary {
  /** For a chain in a message: the short name; undefined for a callback. */
  readonly label: string | undefined;
  /** Qualified names of the functions written inside this one. */
  readonly inner: string[];
  /** Functions of the user's code that it calls or passes on as a callback. */
  readonly calls: FunctionKey[];
}

/** What one file adds to the package's call graph; small enough to keep for every file. */
export interface Summary {
  readonly handlers: readonly { readonly key: FunctionKey; readonly handler: HandlerName }[];
  readonly functions: ReadonlyMap<string, FunctionSummary>;
}

/** What a file adds. */
export const summarise = perFile(summaryOf);

function keyOf(node: FunctionNode, source: Source): FunctionKey {
  return { path: source.path, name: qualifiedNameOf(node) };
}

function summaryOf(source: Source, catalog: Catalog): Summary {
  const { calls, functions: nodes } = outlineOf(source);
  const functions = new Map<string, FunctionSummary>();
  const byNode = new Map<Node, FunctionSummary>();
  for (const node of nodes) {
    const name = qualifiedNameOf(node);
    const summary = functions.get(name) ?? { label: nameOf(node), inner: [], calls: [] };
    functions.set(name, summary);
    byNode.set(node, summary);
    const outer = enclosingFunction(node);
    if (outer !== undefined) byNode.get(outer)?.inner.push(name);
  }
  for (const call of calls) {
    if (call.type !== 'CallExpression' && call.type !== 'NewExpression') continue;
    const caller = enclosingFunction(call);
    const summary = caller === undefined ? undefined : byNode.get(caller);
    if (summary === undefined) continue;
    const names = [call.callee, ...call.arguments].map(unwrap).filter((node) => node.type === 'Identifier' || node.type === 'MemberExpression');
    for (const name of names) {
      const plain = evaluate(name, source);
      const value = decoratedValue(plain, source, catalog) ?? plain;
      if (value?.kind === 'function' && isFunction(value.node)) summary.calls.push(keyOf(value.node, value.source));
    }
  }
  const handlers = findHandlers(source, catalog).map(({ node, source: home, entry, kind, route, by }) => ({
    key: keyOf(node, home),
    handler: { route, kind, framework: entry.name, by, ...(entry.runtime !== undefined && { runtime: entry.runtime }), ...(entry.flavour !== undefined && { flavour: entry.flavour }) },
  }));
  return { handlers, functions };
}
