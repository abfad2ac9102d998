import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { FunctionNode } from '../../syntax/function.ts';
import type { PlacedFunction } from '../../values/function-of.ts';
import type { Endings } from '../../ownership/index.ts';
import type { RewriteContext } from '../context.ts';
import { isEnd, leadsToExit } from '../../ownership/index.ts';
import { variableOf } from '../../syntax/binding.ts';
import { calleeText, chainRoot, isPath } from '../../syntax/call.ts';
import { isEndless, neverEnds } from '../../syntax/endless.ts';
import { isFunction } from '../../syntax/function.ts';
import { contains } from '../../syntax/position.ts';
import { rootOf, unwrap } from '../../syntax/unwrap.ts';
import { someIn, walk } from '../../syntax/walk.ts';
import { functionOf } from '../../values/function-of.ts';
import { isSubscription } from './subscription.ts';

/** How many levels of awaited functions are searched. */
const DEEPEST = 4;

/** Why a launch must not become a task, judging by the functions that it runs and waits for. */
export function whyNotHeld(
  launch: Node,
  { source, evaluation }: RewriteContext,
): { code: string; reason: string } | undefined {
  const run = runBy(launch, source, evaluation);
  for (const { fn, source: file } of run === undefined ? [] : waitedFor(run, evaluation)) {
    const known: Endings = new Map();
    const ends = (call: Node): boolean => isEnd(call, file, evaluation, known);
    const goesOn = (loop: Node): boolean => isEndless(loop) || isSubscription(loop, file);
    if (neverEnds(fn.body, file, ends, goesOn) || restarts({ fn, source: file }, evaluation))
      return {
        code: 'never-ends',
        reason: 'It never ends, so a shutdown would wait for it until the limit: stop its loop at shutdown.',
      };
    if (leadsToExit(fn.body, file, evaluation))
      return {
        code: 'ends-process',
        reason: 'It ends the process. As a task it would also wait for itself in a drain: await it.',
      };
  }
  return undefined;
}

/**
 * Whether a function reads a stream, and sets a timer to start itself again: it runs as long as the process. One that
 * starts again with something else, as with the rest of a list, comes to an end.
 */
function restarts({ fn, source }: PlacedFunction, evaluation: Evaluation): boolean {
  if (!someIn(fn.body, (node) => node.type === 'ForOfStatement' && node.await, isOwn)) return false;
  return someIn(fn.body, (node) => {
    const isTimer = node.type === 'CallExpression' && calleeText(node) === 'setTimeout';
    const [given] = isTimer ? node.arguments : [];
    return given !== undefined && isSelf(given, { fn, source }, evaluation);
  });
}

/** Whether `given` is the function itself, or one that calls it with what it was given. */
function isSelf(given: Node, { fn, source }: PlacedFunction, evaluation: Evaluation): boolean {
  if (!isFunction(given)) return functionOf(given, source, evaluation)?.fn === fn;
  return someIn(
    given.body,
    (node) =>
      node.type === 'CallExpression' &&
      functionOf(node.callee, source, evaluation)?.fn === fn &&
      node.arguments.every((argument) => isPath(argument) && !isOwnVariable(argument, fn, source)),
  );
}

/** Whether a path begins with a variable of a function, other than its parameters. */
function isOwnVariable(path: Node, fn: FunctionNode, source: Source): boolean {
  const definitions = variableOf(rootOf(path), source)?.defs ?? [];
  return definitions.some(({ node }) => contains(fn.body, node));
}

function isOwn(node: Node): boolean {
  return !isFunction(node);
}

/** The function whose work a launch is: itself, what it calls, or what is given by its name. */
function runBy(launch: Node, source: Source, evaluation: Evaluation): PlacedFunction | undefined {
  const root = isFunction(launch) ? launch : chainRoot(launch);
  return functionOf(root.type === 'CallExpression' ? root.callee : root, source, evaluation);
}

/** A function and those that it waits for, nearest first. */
function waitedFor(first: PlacedFunction, evaluation: Evaluation): readonly PlacedFunction[] {
  const found = [first];
  let next: readonly PlacedFunction[] = found;
  for (let depth = 0; depth < DEEPEST && next.length > 0; depth += 1) {
    next = next.flatMap((run) => awaitedIn(run, evaluation)).filter(({ fn }) => !found.some((run) => run.fn === fn));
    found.push(...next);
  }
  return found;
}

/** What a function awaits or returns: `await poll()`, `return poll()`, `() => poll()`. */
function awaitedIn({ fn, source }: PlacedFunction, evaluation: Evaluation): PlacedFunction[] {
  const found: PlacedFunction[] = [];
  const add = (expression: Node): void => {
    const node = unwrap(expression);
    const run = node.type === 'CallExpression' ? runBy(node, source, evaluation) : undefined;
    if (run !== undefined) found.push(run);
  };
  if (fn.body.type !== 'BlockStatement') add(fn.body);
  walk(fn.body, (node) => {
    if (isFunction(node)) return false;
    if ((node.type === 'AwaitExpression' || node.type === 'ReturnStatement') && node.argument !== null)
      add(node.argument);
    return undefined;
  });
  return found;
}
