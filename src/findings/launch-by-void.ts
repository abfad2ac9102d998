import type { Launch } from '../promises/launch.ts';
import type { CallNode } from '../syntax/call.ts';
import type { FindingContext } from './context.ts';
import type { Responders } from '../ownership/index.ts';
import type { Options } from './options.ts';
import type { Node, Source } from '../syntax/source.ts';
import { REQUEST_NAMES } from '../catalog/conventions.ts';
import { isResponder, receiverRoot } from '../ownership/index.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { calleeText, chainRoot, methodCall } from '../syntax/call.ts';
import { importedBy } from '../syntax/names.ts';
import { thisOwner } from '../syntax/function.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { isCall } from '../syntax/walk.ts';

/** Methods of the language that change something and give back what is seldom wanted. */
const SYNCHRONOUS: ReadonlySet<string> = new Set([
  ...['push', 'unshift', 'pop', 'shift', 'splice', 'sort', 'reverse', 'fill', 'forEach', 'assign', 'defineProperty'],
  ...['emit', 'pipe', 'addListener', 'removeListener', 'removeAllListeners', 'addEventListener', 'removeEventListener'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'queueMicrotask', 'nextTick'],
  ...['ref', 'unref', 'toString', 'valueOf', 'require', 'reflow', 'getBoundingClientRect'],
]);

/**
 * What `void f(x)` says of `f`: nobody writes it before a call that gives nothing. Undefined where the code or the
 * signature of `f` is at hand, or where it is known from the language.
 */
export function launchByVoid(
  call: CallNode,
  { source, evaluation, responders }: FindingContext,
  { tracker }: Options,
): Launch | undefined {
  const root = chainRoot(call);
  if (!isCall(root) || root.type !== 'CallExpression' || isOfRequest(root, responders(root)) || isOfGivenThis(root))
    return undefined;
  const text = calleeText(root);
  const name = text.split('.').at(-1) ?? '';
  // What a tracker gives back is no promise.
  if (SYNCHRONOUS.has(name) || name === tracker.name || importedAs(root.callee, source) === tracker.name)
    return undefined;
  const callee = evaluation.expression(root.callee, source);
  // A callback's promise is judged where the callback is given.
  if (callee?.kind === 'parameter' && callee.path.length === 0) return undefined;
  // A function at hand, or its signature, is asked itself.
  if (callee?.kind === 'class' || callee?.kind === 'function') return undefined;
  if (callee?.kind === 'external' && callee.module === 'global' && (callee.steps[0] ?? '') in globalThis)
    return undefined;
  return { verdict: 'promise', evidence: { step: 'syntax', why: `\`void\` says that \`${text}(…)\` is a promise` } };
}

/**
 * `res.status(400).json(error)`, `ctx.set(name, value)`, `req.header(name)`: what a response, a context or a request
 * does itself gives nothing, or itself. What is held in one may be anything: `ctx.jobs.add(job)`.
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

/** `builder.rows(function () { void this.orderBy('at').limit(1); })`: `this` is what the library gives, and builds. */
function isOfGivenThis(call: Node): boolean {
  const root = receiverRoot(call);
  const fn = root.type === 'ThisExpression' ? thisOwner(root) : undefined;
  const { parent } = fn?.type === 'FunctionExpression' ? wrapped(fn) : {};
  return parent?.type === 'CallExpression' && fn !== undefined && parent.callee !== wrapped(fn);
}

/** The name under which a module exports what a name stands for; undefined where it is no import. */
function importedAs(callee: Node, source: Source): string | undefined {
  const name = unwrap(callee);
  const variable = name.type === 'Identifier' ? variableOf(name, source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable)?.node;
  return definition === undefined ? undefined : importedBy(definition)?.name;
}
