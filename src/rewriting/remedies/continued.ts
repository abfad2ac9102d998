import type { Variable } from '../../syntax/scopes/scope.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Node } from '../../syntax/source.ts';
import type { RewriteContext, Outcome } from '../context.ts';
import type { Dropped } from './dropped-read.ts';
import { writesOf } from '../../syntax/binding.ts';
import { chainedOnto, methodCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { isCall, someIn, someOwn } from '../../syntax/walk.ts';
import { listOf } from './dropped-read.ts';
import { removeHead } from '../trivia.ts';
import { taskOf } from './task.ts';
import { voidOf } from './void.ts';

const CONTINUED: Outcome = {
  code: 'unread-holder',
  reason:
    'Another statement chains work onto the variable that holds it, and a task of the variable alone would leave ' +
    'that out: pass the chain to fireTask, or await it.',
};

/** Whether work is chained onto a read of the variable: `p.then((x) => save(x))`. A task of `p` would not include it. */
export function continues(read: Node): boolean {
  for (let chain = chainedOnto(wrapped(read)); chain !== undefined; chain = chainedOnto(wrapped(chain)))
    if (methodCall(chain)?.method === 'then' && chain.arguments.some(mayWork)) return true;
  return false;
}

/** Whether a callback calls something. One whose code is elsewhere may. */
function mayWork(callback: Node): boolean {
  const fn = unwrap(callback);
  return isFunction(fn) ? someIn(fn.body, (node) => isCall(node)) : fn.type !== 'Literal';
}

/**
 * Makes each chain a task. If the code may not get to one of them, the promise itself becomes a task besides.
 *
 * @param itself - the rewrite that makes the promise in the variable a task
 */
export function continuedTask(
  finding: Finding,
  context: RewriteContext,
  statement: Node,
  variable: Variable | undefined,
  chains: readonly Dropped[],
  itself: () => Outcome,
): Outcome {
  if (variable === undefined || writesOf(variable)?.length !== 1) return CONTINUED;
  const tasks = chains.map((chain) => droppedTask(finding, context, chain, false));
  const all = chains.every((chain) => isReached(chain.statement, statement)) ? tasks : [itself(), ...tasks];
  const edits = all.flatMap((outcome) => ('edits' in outcome ? outcome.edits : []));
  const [first] = all;
  return first === undefined || 'code' in first ? CONTINUED : { ...first, edits, tasks: all.length };
}

/** Makes what a statement drops a task, without the `void` before it. */
export function droppedTask(finding: Finding, context: RewriteContext, { node }: Dropped, isArray: boolean): Outcome {
  const hidden = voidOf(node);
  const argument = hidden?.argument ?? node;
  const head = hidden && {
    from: hidden.range[0],
    edits: removeHead(context.text, hidden.range[0], argument),
  };
  return taskOf(finding, context, { node: argument, isArray }, head);
}

/** Whether the code always gets from one statement to a later one of the same block. */
function isReached(later: Node, statement: Node): boolean {
  const list = listOf(statement);
  const start = list?.indexOf(statement) ?? -1;
  const end = list?.indexOf(later) ?? -1;
  return end > start && list?.slice(start, end).some(leaves) === false;
}

/** Whether a statement may end the function, or the block, before the next one. */
function leaves(statement: Node): boolean {
  return someOwn(statement, ({ type }) => /^(?:Return|Throw|Break|Continue)Statement$/.test(type));
}
