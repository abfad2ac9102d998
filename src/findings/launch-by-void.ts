import type { TSESTree } from '@typescript-eslint/types';
import type { Launch } from '../promises/launch.ts';
import type { CallNode } from '../syntax/call.ts';
import type { FindingContext } from './context.ts';
import type { Responders } from '../ownership/index.ts';
import type { Options } from './options.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import { ERROR_NAMES, REQUEST_NAMES } from '../catalog/conventions.ts';
import { answersIn, isResponder, receiverRoot } from '../ownership/index.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { calleeText, chainRoot, methodCall } from '../syntax/call.ts';
import { importedBy } from '../syntax/names.ts';
import { isFunction, thisOwner } from '../syntax/function.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { isCall } from '../syntax/walk.ts';

/** Names of synchronous functions whose return value is often ignored. */
const SYNCHRONOUS: ReadonlySet<string> = new Set([
  ...['push', 'unshift', 'pop', 'shift', 'splice', 'sort', 'reverse', 'fill', 'forEach', 'assign', 'defineProperty'],
  ...['emit', 'pipe', 'addListener', 'removeListener', 'removeAllListeners', 'addEventListener', 'removeEventListener'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'queueMicrotask', 'nextTick'],
  ...['ref', 'unref', 'toString', 'valueOf', 'require', 'reflow', 'getBoundingClientRect'],
]);

/**
 * The launch that `void f(x)` implies: nobody writes `void` before a call that returns nothing. Undefined if there is
 * better evidence about `f`, such as its code, its signature or its definition in the language.
 */
export function launchByVoid(
  call: CallNode,
  { source, evaluation, responders }: FindingContext,
  { tracker }: Options,
): Launch | undefined {
  const root = chainRoot(call);
  if (!isCall(root) || root.type !== 'CallExpression') return undefined;
  const means = responders(root);
  if (isOfRequest(root, means) || isOfGivenThis(root) || answersThroughCallback(root, means)) return undefined;
  const text = calleeText(root);
  const name = text.split('.').at(-1) ?? '';
  // A tracker doesn't return a promise.
  if (SYNCHRONOUS.has(name) || name === tracker.name || importedAs(root.callee, source) === tracker.name)
    return undefined;
  const callee = evaluation.expression(root.callee, source);
  // A callback's promise is judged where the callback is passed.
  if (callee?.kind === 'parameter' && callee.path.length === 0) return undefined;
  // The oracle has already judged a function whose code or signature is available.
  if (callee?.kind === 'class' || callee?.kind === 'function') return undefined;
  if (callee?.kind === 'external' && callee.module === 'global' && (callee.steps[0] ?? '') in globalThis)
    return undefined;
  return { verdict: 'promise', evidence: { step: 'syntax', why: `\`void\` says that \`${text}(…)\` is a promise` } };
}

/**
 * `res.status(400).json(error)`, `ctx.set(name, value)`, `req.header(name)`: the methods of a response, context or
 * request are synchronous. A value held in one may be anything: `ctx.jobs.add(job)`.
 */
function isOfRequest(call: Node, responders: Responders): boolean {
  let node = call;
  while (node.type === 'CallExpression') {
    const method = methodCall(node);
    if (method === undefined) return isResponder(node.callee, responders);
    node = unwrap(method.object);
  }
  return isResponder(node, responders) || (node.type === 'Identifier' && REQUEST_NAMES.test(node.name));
}

/**
 * `void sessions.get(id, (session) => { res.json(session); })`, `void store.get(id, (err, row) => { … })`: the callee
 * answers by its callback, and by no promise.
 */
function answersThroughCallback(call: TSESTree.CallExpression, responders: Responders): boolean {
  const last = call.arguments.at(-1);
  const callback = last === undefined ? undefined : unwrap(last);
  return (
    (callback !== undefined && isFunction(callback) && isNodeStyle(callback)) ||
    call.arguments.some((argument) => isFunction(unwrap(argument)) && answersIn(argument, responders))
  );
}

/** `(err, row) => …`: with an error alone, a callback may be there for failures only. */
function isNodeStyle({ params: [failure, ...results] }: FunctionNode): boolean {
  return failure?.type === 'Identifier' && ERROR_NAMES.test(failure.name) && results.length > 0;
}

/** `builder.rows(function () { void this.orderBy('at').limit(1); })`: the library provides `this`, a builder. */
function isOfGivenThis(call: Node): boolean {
  const root = receiverRoot(call);
  const fn = root.type === 'ThisExpression' ? thisOwner(root) : undefined;
  const { parent } = fn?.type === 'FunctionExpression' ? wrapped(fn) : {};
  return parent?.type === 'CallExpression' && fn !== undefined && parent.callee !== wrapped(fn);
}

/** The name under which a callee's module exports it; undefined if the callee isn't imported. */
function importedAs(callee: Node, source: Source): string | undefined {
  const name = unwrap(callee);
  const variable = name.type === 'Identifier' ? variableOf(name, source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable)?.node;
  return definition === undefined ? undefined : importedBy(definition)?.name;
}
