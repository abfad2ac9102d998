import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import { propertyName } from '../syntax/call.ts';
import { escaped } from '../syntax/escape.ts';
import { exportsOf } from '../project/exports.ts';
import { enclosingFunction, nameOf } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { fileName, isOfModule } from './arguments.ts';
import { sourcesMentioning } from './near.ts';

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

/** What the calls of a function in the user's code give to one of its parameters. */
export function argumentsGiven(fn: FunctionNode, index: number, home: Source, evaluation: Evaluation): Given[] {
  return callSitesOf(fn, home, evaluation).flatMap(({ call, source }) => {
    const argument = call.arguments[index];
    return argument === undefined ? [] : [{ node: argument, source }];
  });
}

/**
 * The calls of a function in the user's code; of a constructor, those of its class. Under its own name, under those that
 * it is exported and imported by, and under any where its file is imported as a whole.
 *
 * @param most - of how many files that mention it none is looked at
 */
export function callSitesOf(fn: FunctionNode, home: Source, evaluation: Evaluation, most?: number): CallSite[] {
  const { parent } = fn;
  const isConstructor = parent.type === 'MethodDefinition' && parent.kind === 'constructor';
  const called = isConstructor ? parent.parent.parent : fn;
  const names = namesOf(called, isConstructor ? parent.parent.parent.id?.name : nameOf(fn), home);
  const sites = new Map<Node, CallSite>();
  const look = (source: Source, isNamed: (call: CallSite['call']) => boolean): void => {
    for (const call of outlineOf(source).calls) {
      if (call.type !== (isConstructor ? 'NewExpression' : 'CallExpression') || sites.has(call)) continue;
      if (!isNamed(call)) continue;
      const callee = evaluation.expression(call.callee, source);
      if (callee?.kind !== 'function' && callee?.kind !== 'class') continue;
      // A file that is linted has another tree than the same file where it is imported.
      if (callee.source.path === home.path && callee.node.range[0] === called.range[0])
        sites.set(call, { call, source });
    }
  };
  for (const name of names) {
    const fits = new RegExp(`(?<![\\w$])${escaped(name)}\\s*(?:<[^<>()]*>\\s*)?(?:\\?\\.)?\\(`);
    for (const source of sourcesMentioning(name, fits, home, evaluation, most))
      look(source, (call) => calledName(call) === name);
    // `import { add as route }`, `const { add: route } = require('./add')`
    const renames = new RegExp(`(?<![\\w$])${escaped(name)}(?:\\s+as\\s+|\\s*:\\s*)([\\w$]+)`, 'g');
    for (const source of sourcesMentioning(name, renames, home, evaluation, most)) {
      const others = new Set([...source.text.matchAll(renames)].map(([, other]) => other));
      look(source, (call) => others.has(calledName(call)));
    }
  }
  if (isExportedWhole(called, home)) {
    const file = fileName(home.path);
    const imports = new RegExp(`['"][^'"\\n]*(?<![\\w$])${escaped(file)}[^'"\\n/]*['"]`);
    for (const source of sourcesMentioning(file, imports, home, evaluation, most))
      look(source, ({ callee }) => isOfModule(unwrap(callee), file, source));
  }
  return [...sites.values()];
}

/** The names that a function or class is called by: its own, and those that its file exports it by. */
function namesOf(called: Node, own: string | undefined, home: Source): string[] {
  const exported = [...exportsOf(home).names].flatMap(([name, value]) =>
    'node' in value && isSame(value.node, called, own) ? [name] : [],
  );
  return [...new Set([own, ...exported])].filter(
    (name) => name !== undefined && name !== 'default' && name !== 'exports' && /^[\w$]+$/.test(name),
  ) as string[];
}

/** Whether a file exports a function or class as its default, or as all there is. */
function isExportedWhole(called: Node, home: Source): boolean {
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
