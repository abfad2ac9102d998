import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Found } from '../project/changes.ts';
import type { Exported } from '../project/exports.ts';
import type { Evaluation } from './evaluation.ts';
import { propertyName } from '../syntax/call.ts';
import { escaped } from '../syntax/escape.ts';
import { exportsOf } from '../project/exports.ts';
import { enclosingFunction, nameOf } from '../syntax/function.ts';
import { perSource } from '../syntax/per-source.ts';
import { isSamePlace } from '../syntax/position.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { sourcesMentioning } from './near.ts';
import { fileName, isOfModule } from './whole-imports.ts';

/** An expression and the file it is in. */
export interface Given {
  readonly node: Node;
  readonly source: Source;
}

/** A call of a function of the user's code, and the file it is in. */
export interface CallSite {
  readonly call: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly source: Source;
}

/** The arguments that calls in the user's code pass for one parameter of a function. */
export function argumentsGiven(fn: FunctionNode, index: number, home: Source, evaluation: Evaluation): Given[] {
  return callSitesOf(fn, home, evaluation).flatMap(({ call, source }) => {
    const argument = call.arguments[index];
    return argument === undefined ? [] : [{ node: argument, source }];
  });
}

/**
 * The calls of a function in the user's code; for a constructor, those of its class. They are found by its own name, by
 * the names that it is exported and imported under, and by any name where its file is imported as a whole.
 *
 * @param most - with more files than this that mention a name, none is searched
 */
export function callSitesOf(
  fn: FunctionNode,
  home: Source,
  evaluation: Evaluation,
  most?: number,
): readonly CallSite[] {
  const { changes } = evaluation.workspace;
  const known = sitesByFunction(home);
  const all = known.get(fn) ?? [];
  const before = all.find((each) => each.evaluation === evaluation && each.most === most);
  if (before !== undefined && changes.holds(before.sites)) return changes.use(before.sites);
  const sites = changes.find(() => findCallSites(fn, home, evaluation, most));
  known.set(fn, [...all.filter((each) => each !== before), { evaluation, most, sites }]);
  return sites.answer;
}

interface KnownSites {
  readonly evaluation: Evaluation;
  readonly most: number | undefined;
  readonly sites: Found<readonly CallSite[]>;
}

/** Each argument of each registration in a function asks for the same calls, with and without decorations. */
const sitesByFunction = perSource(() => new Map<FunctionNode, readonly KnownSites[]>());

function findCallSites(
  fn: FunctionNode,
  home: Source,
  evaluation: Evaluation,
  most: number | undefined,
): readonly CallSite[] {
  const { parent } = fn;
  const isConstructor = parent.type === 'MethodDefinition' && parent.kind === 'constructor';
  const called = isConstructor ? parent.parent.parent : fn;
  const own = isConstructor ? parent.parent.parent.id?.name : nameOf(fn);
  const exported = exportedNames(called, own, home);
  const sites = new Map<Node, CallSite>();
  const look = (source: Source, isNamed: (call: CallSite['call']) => boolean): void => {
    for (const call of outlineOf(source).calls) {
      if (call.type !== (isConstructor ? 'NewExpression' : 'CallExpression') || sites.has(call)) continue;
      if (!isNamed(call)) continue;
      const callee = evaluation.expression(call.callee, source);
      if (callee?.kind !== 'function' && callee?.kind !== 'class') continue;
      if (isSamePlace(callee, { node: called, source: home })) sites.set(call, { call, source });
    }
  };
  const looked = new Set<string>();
  const isNew = (what: string): boolean => !looked.has(what) && looked.add(what).has(what);
  const lookByName = (name: string): void => {
    if (!isSearched(name) || !isNew(name)) return;
    for (const source of sourcesMentioning(name, calling, home, evaluation, most))
      look(source, (call) => calledName(call) === name);
    if (name === own && !exported.includes(name)) return;
    for (const source of sourcesMentioning(name, renaming, home, evaluation, most)) {
      const others = new Set(
        [...source.text.matchAll(new RegExp(renaming(name), 'g'))].map(
          ([, imported, required]) => imported ?? required,
        ),
      );
      look(source, (call) => others.has(calledName(call)));
      handOn(source, (value) => value.name === name);
    }
  };
  const lookByFile = (path: string): void => {
    if (!isNew(path)) return;
    const file = fileName(path);
    const imports = new RegExp(`['"][^'"\\n]*(?<![\\w$])${escaped(file)}[^'"\\n/]*['"]`);
    for (const source of sourcesMentioning(file, imports, home, evaluation, most)) {
      look(source, ({ callee }) => isOfModule(unwrap(callee), file, source));
      handOn(source, (value) => value.name === 'default' && value.from.includes(file));
    }
  };
  /** A file that re-exports it may do so under another name. */
  const handOn = (source: Source, isIt: (value: Extract<Exported, { readonly from: string }>) => boolean): void => {
    for (const [name, value] of exportsOf(source).names)
      if ('from' in value && isIt(value)) {
        if (name === 'default') lookByFile(source.path);
        else lookByName(name);
      }
  };
  for (const name of [own, ...exported]) if (name !== undefined) lookByName(name);
  if (isExportedWhole(called, home)) lookByFile(home.path);
  return [...sites.values()];
}

/** The names under which a file exports a function or class. */
function exportedNames(called: Node, own: string | undefined, home: Source): string[] {
  return [...exportsOf(home).names].flatMap(([name, value]) =>
    'node' in value && isSame(value.node, called, own) ? [name] : [],
  );
}

/** Whether files can be searched for a name. An export called `default` or `exports` has any name in them. */
function isSearched(name: string): boolean {
  return name !== 'default' && name !== 'exports' && /^[\w$]+$/.test(name);
}

/**
 * `import { add as route }`, `const { add: route } = require('./add')`: text that renames an import, with the new name
 * in a group.
 */
function renaming(name: string): RegExp {
  const word = `(?<![\\w$])${escaped(name)}`;
  return new RegExp(
    [
      `\\{[^{}]*${word}\\s+as\\s+([\\w$]+)`,
      `\\{[^{}]*${word}\\s*:\\s*([\\w$]+)[^{}]*\\}\\s*=\\s*(?:await\\s+import|require)\\b`,
    ].join('|'),
  );
}

/** Text that may call a function with a name. */
function calling(name: string): RegExp {
  return new RegExp(`(?<![\\w$])${escaped(name)}\\s*(?:<[^<>()]*>\\s*)?(?:\\?\\.)?\\(`);
}

/** Whether a file exports a function or class as its default, or as the whole module. */
export function isExportedWhole(called: Node, home: Source): boolean {
  const { names, whole } = exportsOf(home);
  const value = names.get('default');
  const nodes = [whole, value !== undefined && 'node' in value ? value.node : undefined];
  return nodes.some((node) => node !== undefined && isSame(node, called, nameOf(called)));
}

function isSame(exported: Node, called: Node, own: string | undefined): boolean {
  const node = unwrap(exported);
  return node === called || (node.type === 'Identifier' && node.name === own && isTopLevel(called));
}

function isTopLevel(called: Node): boolean {
  return enclosingFunction(called) === undefined;
}

function calledName(call: TSESTree.CallExpression | TSESTree.NewExpression): string | undefined {
  const callee = unwrap(call.callee);
  return callee.type === 'Identifier'
    ? callee.name
    : callee.type === 'MemberExpression'
      ? propertyName(callee)
      : undefined;
}
