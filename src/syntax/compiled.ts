import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from './function.ts';
import type { Node } from './source.ts';
import { keyName } from './literal.ts';
import { unwrap, wrapped } from './unwrap.ts';

/**
 * The role of a function that compilers write into each file, or import from tslib, @babel/runtime or @swc/helpers:
 * `default` and `star` wrap the result of `require`, `awaiter` runs a generator as an async function, `async` turns one
 * into an async function, `decorate` returns what it decorates.
 */
export type Helper = 'default' | 'star' | 'awaiter' | 'async' | 'decorate' | 'metadata';

/** By the name in camel case, without leading underscores, `ts_` and trailing digits. */
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

/** The helper that a callee names: `__awaiter`, `tslib_1.__awaiter`, `(0, _asyncToGenerator2.default)`. */
export function helperOf(callee: Node): Helper | undefined {
  const name = writtenName(callee);
  return name === undefined ? undefined : helperNamed(name);
}

/** The helper with this name; undefined if no compiler's helper has it. */
export function helperNamed(name: string): Helper | undefined {
  if (!name.startsWith('_')) return undefined;
  const bare = name
    .replace(/^_+(?:ts_)?/, '')
    .replace(/\d{1,9}$/, '')
    .replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(HELPERS, bare) ? HELPERS[bare] : undefined;
}

/**
 * The last name of a callee: `b` of `a.b` and `(0, a.b)`. If a helper has a module of its own, its variable names it:
 * `_asyncToGenerator2` of `_asyncToGenerator2.default`.
 */
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

/** The generator that a call of `__awaiter` or `_asyncToGenerator` runs as an async function, else undefined. */
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

/** `regeneratorRuntime.mark(function _callee() { … })`, compiled for engines without generators. */
function unmarked(argument: Node): Node | undefined {
  const node = unwrap(argument);
  if (node.type !== 'CallExpression') return node;
  const callee = unwrap(node.callee);
  return callee.type === 'MemberExpression' && keyName(callee.property, callee.computed) === 'mark'
    ? node.arguments[0]
    : undefined;
}

/** The helper call that runs a function as an async one; undefined without one. */
function runBy(fn: FunctionNode): TSESTree.CallExpression | undefined {
  if (fn.type !== 'FunctionExpression') return undefined;
  const outer = wrapped(fn).parent;
  const call = outer?.type === 'CallExpression' && !fn.generator ? wrapped(outer).parent : outer;
  return call?.type === 'CallExpression' && compiledAsync(call) === fn ? call : undefined;
}

/** Whether a function is async, as written or before compilation. An async generator isn't: it returns no promise. */
export function isAsync(fn: FunctionNode): boolean {
  return fn.async ? !fn.generator : runBy(fn) !== undefined;
}

/** Whether `this` in a function is that of the code around it: the generator of `__awaiter(this, …)`. */
export function sharesThis(fn: FunctionNode): boolean {
  const call = runBy(fn);
  return call !== undefined && helperOf(call.callee) === 'awaiter';
}
