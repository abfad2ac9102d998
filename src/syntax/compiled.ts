import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from './function.ts';
import type { Node } from './source.ts';
import { keyName } from './literal.ts';
import { unwrap, wrapped } from './unwrap.ts';

/**
 * What a function does that compilers write into each file, or take from tslib, @babel/runtime and @swc/helpers:
 * `default` and `star` wrap what `require` gives, `awaiter` runs a generator as an async function, `async` makes one of
 * it, `decorate` gives back what it decorates.
 */
export type Helper = 'default' | 'star' | 'awaiter' | 'async' | 'decorate' | 'metadata';

/** By the name without underscores, numbers and `ts_` around it. */
const HELPERS: Readonly<Record<string, Helper>> = {
  interopRequireDefault: 'default',
  importDefault: 'default',
  interopDefaultLegacy: 'default',
  interopRequireWildcard: 'star',
  importStar: 'star',
  interopNamespace: 'star',
  interopNamespaceDefault: 'star',
  toESM: 'star',
  awaiter: 'awaiter',
  async: 'awaiter',
  asyncToGenerator: 'async',
  decorate: 'decorate',
  metadata: 'metadata',
};

/** The helper that a call calls, by its name: `__awaiter`, `tslib_1.__awaiter`, `(0, _asyncToGenerator2.default)`. */
export function helperOf(callee: Node): Helper | undefined {
  const name = writtenName(callee);
  return name === undefined ? undefined : helperNamed(name);
}

/** What a function of this name does, where it is a compiler's helper. */
export function helperNamed(name: string): Helper | undefined {
  if (!name.startsWith('_')) return undefined;
  const bare = name
    .replace(/^_+(?:ts_)?/, '')
    .replace(/\d{1,9}$/, '')
    .replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(HELPERS, bare) ? HELPERS[bare] : undefined;
}

/** The last name of what is called: `a.b`, `(0, a.b)`; of what a module of a helper's own gives, its variable's. */
export function writtenName(callee: Node): string | undefined {
  const node = unwrap(callee);
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last === undefined ? undefined : writtenName(last);
    }
    case 'MemberExpression': {
      const name = keyName(node.property, node.computed);
      return name === 'default' || name === '_' ? writtenName(node.object) : name;
    }
    default:
      return undefined;
  }
}

/** The generator that a call of `__awaiter` or `_asyncToGenerator` runs as an async function; undefined for any other call. */
export function compiledAsync(node: Node): FunctionNode | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const helper = helperOf(node.callee);
  if (helper !== 'awaiter' && helper !== 'async') return undefined;
  for (const argument of node.arguments) {
    const fn = unmarked(argument);
    if (fn?.type === 'FunctionExpression' && (fn.generator || fn !== argument)) return fn;
  }
  return undefined;
}

/** `regeneratorRuntime.mark(function _callee() { … })`, as it is for engines without generators. */
function unmarked(argument: Node): Node | undefined {
  const node = unwrap(argument);
  if (node.type !== 'CallExpression') return node;
  const callee = unwrap(node.callee);
  return callee.type === 'MemberExpression' && keyName(callee.property, callee.computed) === 'mark'
    ? node.arguments[0]
    : undefined;
}

/** The call of a helper by which a function is async though it is written as a generator. */
function runBy(fn: FunctionNode): TSESTree.CallExpression | undefined {
  if (fn.type !== 'FunctionExpression') return undefined;
  const outer = wrapped(fn).parent;
  const call = outer?.type === 'CallExpression' && !fn.generator ? wrapped(outer).parent : outer;
  return call?.type === 'CallExpression' && compiledAsync(call) === fn ? call : undefined;
}

/** Whether calling a function gives a promise because it is async, as it is written or was before it was compiled. */
export function isAsync(fn: FunctionNode): boolean {
  return fn.async ? !fn.generator : runBy(fn) !== undefined;
}

/** Whether `this` in a function is that of the code around it: the generator of `__awaiter(this, …)`. */
export function sharesThis(fn: FunctionNode): boolean {
  const call = runBy(fn);
  return call !== undefined && helperOf(call.callee) === 'awaiter';
}
