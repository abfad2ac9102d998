import type { TSESTree } from '@typescript-eslint/types';
import type { CallNode } from '../syntax/call.ts';
import type { ClassNode } from '../syntax/class.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ClassValue, FunctionValue, Value } from './value.ts';
import { GIVEN_BY_OTHERS } from '../catalog/conventions.ts';
import { filesMentioning } from '../project/mentions.ts';
import { chainCall } from '../syntax/call.ts';
import { escaped } from '../syntax/escape.ts';
import { writtenName } from '../syntax/compiled.ts';
import { constructorOf, typeBeside } from '../syntax/members.ts';
import { isFunction, nameOf, parameterNames, parameterTarget } from '../syntax/function.ts';
import { addTo } from '../syntax/grouping.ts';
import { perSource } from '../syntax/per-source.ts';
import { isSamePlace } from '../syntax/position.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { isExportedWhole } from './call-sites.ts';
import { pathsMentioning } from './near.ts';
import { isPrimitiveType } from './types/index.ts';
import { unite } from './unite.ts';
import { fileName, importingText, isImported, isOfImport } from './whole-imports.ts';

/** With more files or calls than this, a name isn't searched for, because the cost exceeds the benefit. */
const MOST_FILES = 25;
const MOST_CALLS = 40;
/**
 * With up to this many calls, those that pass something unknown are ignored. With more, all must pass the same value.
 */
const FEW = 5;

/**
 * The value of a parameter without a type, by the arguments that the package passes: `new Controller(new Worker())`,
 * `makeOrders({ mailer })`, `(function (Base) { … })(Queue)`. Undefined if no call shows it, or if they disagree.
 */
export function passedArgument(
  fn: FunctionNode,
  index: number,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const outer = wrapped(fn);
  const { parent } = outer;
  if (parent?.type === 'CallExpression') {
    if (parent.callee === outer) return argumentAt(parent, index, source, evaluation);
    // `load().then((config) => …)`; what any other call passes to its callback is unknown.
    const link = index === 0 && parent.arguments[0] === outer ? chainCall(parent) : undefined;
    const settled = link?.method === 'then' ? evaluation.expression(link.object, source) : undefined;
    return settled?.kind === 'external' ? { ...settled, awaited: settled.steps.length } : settled;
  }
  if (GIVEN_BY_OTHERS.test(parameterNames(fn)[index] ?? '') || isNeverCalledOn(fn.params[index])) return undefined;
  const callee = calleeOf(fn, source);
  if (callee === undefined) return undefined;
  const values: Value[] = [];
  const calls = callsOf(callee, source, evaluation);
  for (const { call, from } of calls) {
    const value = argumentAt(call, index, from, evaluation);
    const home = value === undefined || !('source' in value) ? undefined : value.source.path;
    if (home !== undefined && home !== source.path) evaluation.workspace.changes.noteLook(source.path, home);
    if (value !== undefined && !isParameterOf(fn, source, value)) values.push(value);
    else if (calls.length > FEW) return undefined;
  }
  // Launches in a callback are judged where it is passed.
  const known = values.filter(({ kind }) => kind !== 'parameter' && kind !== 'function');
  const united = unite(known, fn, source, evaluation);
  return calls.length > FEW && known[0] !== united ? undefined : united;
}

/** `id: string`, `given: unknown`: nothing is called on it, so the long search for its calls is left out. */
function isNeverCalledOn(parameter: TSESTree.Parameter | undefined): boolean {
  const written = parameter === undefined ? undefined : typeBeside(parameterTarget(parameter));
  return written !== undefined && (written.type === 'TSUnknownKeyword' || isPrimitiveType(written));
}

/** Whether a value is a parameter of `fn` itself, as in recursion. */
function isParameterOf(fn: FunctionNode, source: Source, value: Value): boolean {
  return value.kind === 'parameter' && isSamePlace({ node: value.fn, source: value.source }, { node: fn, source });
}

/** What code calls to run a function: the function itself, or the class whose constructor it is. */
interface Callee {
  readonly node: FunctionNode | ClassNode;
  /** Words in each file that calls it. */
  readonly names: readonly string[];
}

function calleeOf(fn: FunctionNode, source: Source): Callee | undefined {
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

interface Site {
  readonly call: Calling;
  readonly from: Source;
}

/** The calls of a function in files of its package that mention it; none if there are too many. */
function callsOf({ node, names }: Callee, source: Source, evaluation: Evaluation): readonly Site[] {
  const { workspace } = evaluation;
  const known = callsByCallee(source);
  const before = known.get(node);
  if (before?.generation === workspace.changes.generation) return before.sites;
  const { root } = workspace.packages.of(source.path);
  const sites: Site[] = [];
  // A query that leads back here gets the calls found so far.
  known.set(node, { generation: workspace.changes.generation, sites });
  const asked = [...names];
  for (const name of asked) {
    const isCommon = filesMentioning(workspace, root, name, source.path).length > MOST_FILES;
    const fitting = pathsMentioning(name, callingText(name), source, evaluation);
    const files = isCommon ? importing(fitting, name, source, evaluation) : fitting;
    if (files.length > MOST_FILES) continue;
    for (const path of files.includes(source.path) ? files : [source.path, ...files]) {
      const from = path === source.path ? source : workspace.files.sourceLookedAt(source.path, path);
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

const callsByCallee = perSource(
  () => new Map<FunctionNode | ClassNode, { readonly generation: number; readonly sites: Site[] }>(),
);

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

/** The value of an argument of a call; undefined after a spread. */
export function argumentAt(
  call: { readonly arguments: readonly Node[] },
  index: number,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const before = call.arguments.slice(0, index + 1);
  const argument = call.arguments[index];
  return argument === undefined || before.some(({ type }) => type === 'SpreadElement')
    ? undefined
    : evaluation.expression(argument, source);
}
