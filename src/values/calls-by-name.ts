import type { Found } from '../project/changes.ts';
import type { CallNode } from '../syntax/call.ts';
import type { ClassNode } from '../syntax/class.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ClassValue, FunctionValue } from './value.ts';
import { filesMentioning } from '../project/mentions.ts';
import { escaped } from '../syntax/escape.ts';
import { writtenName } from '../syntax/compiled.ts';
import { constructorOf } from '../syntax/members.ts';
import { isFunction, nameOf } from '../syntax/function.ts';
import { addTo } from '../syntax/grouping.ts';
import { perSource } from '../syntax/per-source.ts';
import { isSamePlace } from '../syntax/position.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { isExportedWhole } from './call-sites.ts';
import { pathsMentioning } from './near.ts';
import { fileName, importingText, isImported, isOfImport } from './whole-imports.ts';

/** With more files or calls than this, a name isn't searched for, because the cost exceeds the benefit. */
const MOST_FILES = 25;
const MOST_CALLS = 40;

/** What code calls to run a function: the function itself, or the class whose constructor it is. */
export interface Callee {
  readonly node: FunctionNode | ClassNode;
  /** Words in each file that calls it. */
  readonly names: readonly string[];
}

/** What code calls to run `fn`; undefined if it has no name to search for. */
export function calleeOf(fn: FunctionNode, source: Source): Callee | undefined {
  const member = fn.parent;
  const isConstructor = member.type === 'MethodDefinition' && member.kind === 'constructor';
  const node = isConstructor ? member.parent.parent : fn;
  const name = isFunction(node) ? nameOf(node) : (node.id?.name ?? nameOf(node));
  // A file that imports a module's only export may give it any name.
  const file = fileName(source.path);
  if (name === undefined || name === 'default' || name === 'exports') {
    const holder = wrapped(node).parent;
    return holder?.type === 'AssignmentExpression' || holder?.type === 'ExportDefaultDeclaration'
      ? { node, names: [file] }
      : undefined;
  }
  const names = name.length < 3 ? [] : [name];
  return { node, names: file !== name && isExportedWhole(node, source) ? [...names, file] : names };
}

/** A call, and the file that it is in. */
export interface Site {
  readonly call: Calling;
  readonly from: Source;
}

/** The calls of a function in files of its package that mention it; none if there are too many. */
export function callsOf(callee: Callee, source: Source, evaluation: Evaluation): readonly Site[] {
  const { changes } = evaluation.workspace;
  // A query that leads back here gets the calls found so far.
  const sites: Site[] = [];
  const find = (): readonly Site[] => findCalls(callee, source, evaluation, sites);
  return changes.keptIn(callsByCallee(source), callee.node, find, sites);
}

/** @param sites - receives the calls */
function findCalls({ node, names }: Callee, source: Source, evaluation: Evaluation, sites: Site[]): readonly Site[] {
  const { workspace } = evaluation;
  const { root } = workspace.packages.of(source.path);
  const asked = [...names];
  for (const name of asked) {
    const isCommon = filesMentioning(workspace, root, name).length > MOST_FILES;
    const fitting = pathsMentioning(name, callingText, source, evaluation);
    const files = isCommon ? importing(fitting, name, source, evaluation) : fitting;
    if (files.length > MOST_FILES) continue;
    for (const path of files.includes(source.path) ? files : [source.path, ...files]) {
      const from = path === source.path ? source : workspace.files.followed(path);
      if (from === undefined) continue;
      sites.push(...callsIn(from, node, name, source, evaluation));
      if (!isFunction(node)) asked.push(...heirsOf(name, from).filter((heir) => !asked.includes(heir)));
      if (sites.length > MOST_CALLS) {
        sites.length = 0;
        return sites;
      }
    }
  }
  return sites;
}

/** Matches text that calls a name, extends it, or imports a file with this name. Most files only mention the name. */
function callingText(name: string): RegExp {
  const word = `(?<![\\w$])${escaped(name)}`;
  return new RegExp(
    [
      // `(0, x.default)(…)` calls `x`.
      `${word}(?:\\.(?:default|_))?['"\\]!)\\s]*(?:<[^();]{0,200}>\\s*)?(?:\\?\\.)?\\(`,
      `\\bextends\\s+(?:[\\w$]+\\.){0,4}${escaped(name)}(?![\\w$])`,
      `\\b(?:from|require\\()\\s*['"][^'"\\n]*${escaped(name)}`,
    ].join('|'),
  );
}

/** Those of the files with a common name that import the function's own file: `const { start } = require('./api')`. */
function importing(paths: readonly string[], name: string, source: Source, evaluation: Evaluation): string[] {
  const those = pathsMentioning(name, importingText(source.path), source, evaluation);
  return paths.filter((path) => path === source.path || those.includes(path));
}

const callsByCallee = perSource(() => new Map<FunctionNode | ClassNode, Found<readonly Site[]>>());

function callsIn(from: Source, node: Node, name: string, home: Source, evaluation: Evaluation): Site[] {
  const { named, imported } = callsByName(from);
  const candidates = [...(named.get(name) ?? []), ...(named.get('super') ?? [])];
  if (from !== home) candidates.push(...imported.filter(({ callee }) => isImported(unwrap(callee), name, from)));
  if (candidates.length > MOST_CALLS) return [];
  return candidates.flatMap((call): Site[] => {
    const value = evaluation.expression(call.callee, from);
    const called = value?.kind === 'instance' && call.callee.type === 'Super' ? value.of : value;
    if (called?.kind !== 'function' && called?.kind !== 'class') return [];
    return isSamePlace(calledPlace(called, evaluation), { node, source: home }) ? [{ call, from }] : [];
  });
}

/** The classes of a file that extend a class with this name and inherit its constructor. */
function heirsOf(name: string, from: Source): string[] {
  return outlineOf(from).classes.flatMap(({ id, superClass, body }) =>
    id !== null && superClass !== null && writtenName(superClass) === name && constructorOf(body) === undefined
      ? [id.name]
      : [],
  );
}

type Calling = Extract<CallNode, { readonly arguments: readonly Node[] }>;

/** The calls of a file by the callee's name, and the calls of whole imports, which the file may name as it likes. */
const callsByName = perSource((source) => {
  const named = new Map<string, Calling[]>();
  const imported: Calling[] = [];
  for (const call of outlineOf(source).calls) {
    if (call.type !== 'CallExpression' && call.type !== 'NewExpression') continue;
    const callee = unwrap(call.callee);
    const name = callee.type === 'Super' ? 'super' : writtenName(callee);
    if (name !== undefined) addTo(named, name, call);
    if (isOfImport(callee, source)) imported.push(call);
  }
  return { named, imported };
});

type Called = FunctionValue | ClassValue;

/** The function or class that a call runs: a class without a constructor runs that of its base class. */
function calledPlace(called: Called, evaluation: Evaluation, depth = 0): Called {
  if (called.kind === 'function') return called;
  const { superClass, body } = called.node;
  if (superClass === null || constructorOf(body) !== undefined || depth > 5) return called;
  const base = evaluation.expression(superClass, called.source);
  return base?.kind === 'class' ? calledPlace(base, evaluation, depth + 1) : called;
}
