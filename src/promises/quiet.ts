import { basename } from 'node:path';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Launch } from './launch.ts';
import { chainCall, chainedOnto, methodCall } from '../syntax/call.ts';
import { compiledAsync, isAsync } from '../syntax/compiled.ts';
import { isSettled } from '../syntax/promise-call.ts';
import { positionAt } from '../syntax/position.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { isCall, someOwn, walkOwn } from '../syntax/walk.ts';
import { returnsOf } from '../values/results.ts';
import { isKept, onlyWrite } from './kept.ts';

/** Whether an expression launches; undefined if the question leads back to itself. */
type LaunchOf = (node: Node, source: Source) => Launch | undefined;

/**
 * The answer for a function whose promise needs no owner: it settles at once because nothing in it is awaited, it only
 * delays, or the function keeps it. What the function launches inside is judged there. Undefined for all other
 * functions.
 *
 * @param from - the file that asks, to tell `file` from `import`
 */
export function quietLaunch(
  called: FunctionNode,
  source: Source,
  from: Source,
  launchOf: LaunchOf,
): Launch | undefined {
  const fn = bodyBehind(called, source);
  if (fn.generator && !isAsync(fn)) return undefined;
  const why =
    (isAsync(fn) ? settlesAtOnce(fn, source, launchOf) : givesSettled(fn, source, launchOf)) ??
    keepsPromise(fn, source, launchOf) ??
    givesDelay(fn, source, launchOf);
  if (why === undefined) return undefined;
  const line = positionAt(source, called.range[0]).line.toString();
  return {
    verdict: 'no',
    evidence: {
      step: source.path === from.path ? 'file' : 'import',
      why: `${why} at ${basename(source.path)}:${line}`,
    },
    quiet: true,
  };
}

/** Whether more work follows a call's promise: `sleep(10).then(run)`. A `.catch` doesn't count. */
export function isContinued(call: Node): boolean {
  for (let link = chainedOnto(call); link !== undefined; link = chainedOnto(link))
    if (chainCall(link)?.method === 'then') return true;
  return false;
}

/** The function whose code runs: the generator, if a compiler made one of an async function. */
function bodyBehind(fn: FunctionNode, source: Source): FunctionNode {
  const returned = fn.async ? [] : returnsOf(fn, source);
  const [only] = returned;
  return (returned.length === 1 && only !== undefined ? compiledAsync(unwrap(only)) : undefined) ?? fn;
}

/**
 * An async function that does something, awaits nothing that takes time, and returns no launch. A function that throws,
 * or only returns, doesn't count: that is just what its caller would lose.
 */
function settlesAtOnce(fn: FunctionNode, source: Source, launchOf: LaunchOf): string | undefined {
  const seen = { isQuiet: true, isDoing: false, awaits: false };
  walkOwn(fn, (node) => {
    if (!seen.isQuiet) return false;
    seen.isDoing ||= node.type === 'ExpressionStatement';
    const awaited =
      node.type === 'AwaitExpression' || (node.type === 'YieldExpression' && isAsync(fn)) ? node.argument : undefined;
    if (awaited != null) {
      seen.awaits = true;
      seen.isQuiet = isQuietAwait(awaited, source, launchOf);
    } else if (
      node.type === 'ThrowStatement' ||
      (node.type === 'ForOfStatement' && node.await) ||
      (node.type === 'VariableDeclaration' && node.kind === 'await using')
    )
      seen.isQuiet = false;
    return seen.isQuiet;
  });
  if (
    !seen.isQuiet ||
    !seen.isDoing ||
    !returnsOf(fn, source).every((returned) => startsNothing(returned, source, launchOf))
  )
    return undefined;
  return seen.awaits ? 'awaits nothing but delays and what settles at once' : 'settles at once, as it awaits nothing,';
}

/** `stop() { this.#open = false; return Promise.resolve(this.#count); }` */
function givesSettled(fn: FunctionNode, source: Source, launchOf: LaunchOf): string | undefined {
  const returned = returnsOf(fn, source);
  const isPlain = (value: Node): boolean => startsNothing(value, source, launchOf);
  const isGiven = returned.length > 0 && returned.every((given) => isResolved(given, source, isPlain));
  if (!isGiven || !doesMoreThanReturn(fn)) return undefined;
  return 'gives what has settled,';
}

/** Whether an expression is `Promise.resolve(…)` of such a value. */
function isResolved(expression: Node, source: Source, isSuch: (value: Node) => boolean): boolean {
  const made = methodCall(unwrap(expression));
  return made?.method === 'resolve' && isSettled(made.call, source) && made.call.arguments.every(isSuch);
}

function doesMoreThanReturn(fn: FunctionNode): boolean {
  return someOwn(fn.body, ({ type }) => type === 'ExpressionStatement');
}

/** `await sleep(10)`, or `await publish(event)` if that settles at once. */
function isQuietAwait(awaited: Node, source: Source, launchOf: LaunchOf): boolean {
  if (isKnownSettled(awaited, source)) return true;
  if (!isCall(unwrap(awaited))) return false;
  const launch = launchOf(awaited, source);
  return launch?.verdict === 'no' && (launch.quiet === true || launch.evidence.step !== 'catalog');
}

/**
 * `await settled` after `const settled = Promise.resolve()`: it only lets other code run first. Written out, as `await
 * Promise.resolve()`, it mostly stands for work that is not written yet.
 */
function isKnownSettled(awaited: Node, source: Source): boolean {
  const node = unwrap(awaited);
  const written = node.type === 'Identifier' ? onlyWrite(node, source) : undefined;
  return written !== undefined && isSettledCall(written, source);
}

/** `Promise.resolve(null)` */
function isSettledCall(expression: Node, source: Source): boolean {
  return isResolved(expression, source, ({ type }) => type === 'Literal');
}

/** Whether returning an expression passes on no work: it is no call, or one that launches nothing. */
function startsNothing(expression: Node, source: Source, launchOf: LaunchOf): boolean {
  const node = unwrap(expression);
  const all = (...parts: Node[]): boolean => parts.every((part) => startsNothing(part, source, launchOf));
  switch (node.type) {
    case 'ConditionalExpression':
      return all(node.consequent, node.alternate);
    case 'LogicalExpression':
      return all(node.left, node.right);
    case 'SequenceExpression':
      return all(...node.expressions.slice(-1));
    case 'AssignmentExpression':
      return all(node.right);
    case 'Identifier': {
      const written = onlyWrite(node, source);
      return written === undefined || startsNothing(written, source, launchOf);
    }
    case 'NewExpression':
    case 'ImportExpression':
    case 'CallExpression':
    case 'TaggedTemplateExpression': {
      const launch = launchOf(node, source);
      return launch === undefined ? node.type === 'NewExpression' : launch.verdict === 'no';
    }
    default:
      return true;
  }
}

/** A function that keeps every promise that it returns where it outlives the call. */
function keepsPromise(fn: FunctionNode, source: Source, launchOf: LaunchOf): string | undefined {
  const returned = returnsOf(fn, source);
  let keeps = false;
  for (const expression of returned) {
    if (isKept(expression, fn, source)) keeps = true;
    else if (!isSettledCall(expression, source) && !startsNothing(expression, source, launchOf)) return undefined;
  }
  if (!keeps || (isAsync(fn) && !awaitsOnlyKept(fn, source))) return undefined;
  return 'keeps the promise that it gives';
}

function awaitsOnlyKept(fn: FunctionNode, source: Source): boolean {
  let all = true;
  walkOwn(fn, (node) => {
    const awaited = node.type === 'AwaitExpression' || node.type === 'YieldExpression' ? node.argument : undefined;
    if (awaited != null && !isKept(awaited, fn, source)) all = false;
    return all;
  });
  return all;
}

/** `const sleep = (ms) => new Promise((done) => setTimeout(done, ms))` */
function givesDelay(fn: FunctionNode, source: Source, launchOf: LaunchOf): string | undefined {
  const returned = returnsOf(fn, source);
  if (isAsync(fn) && !awaitsOnlyKept(fn, source)) return undefined;
  const launches = returned.map((expression) => launchOf(expression, source));
  return returned.length > 0 && launches.every((launch) => launch?.quiet === true)
    ? 'gives a promise that nobody need own'
    : undefined;
}
