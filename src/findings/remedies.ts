import type { Node } from '../syntax/source.ts';
import type { RemedyName } from './forms.ts';
import type { Loss } from './make-escape.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Context } from '../ownership/index.ts';
import { enclosingFunction, isFunction } from '../syntax/function.ts';
import { wrapped } from '../syntax/unwrap.ts';
import { consumerOf } from '../ownership/index.ts';
import { FORMS } from './forms.ts';
import { waits } from './waits.ts';

/**
 * Remedies for this site, best first. Forms that a task can't help never get one: the value itself, or the middleware
 * chain, is needed.
 *
 * @param isSlip - whether it is most likely a forgotten `await`: a task is then offered only if an `await` is possible
 */
export function remediesFor({ form, launch, lost, known }: Loss, isSlip: boolean, context: Context): RemedyName[] {
  const { remedies, task } = FORMS[form];
  const fn = enclosingFunction(launch);
  // A predicate needs results, which must be awaited before the call.
  if (lost.becomes === 'predicate') return [];
  if (task === 'never') return isMadeLaunchByAwait(fn, context) ? [] : [...remedies];
  if (lost.awaited === true) return ['await'];
  const applies: Readonly<Record<RemedyName, () => boolean>> = {
    'fire-task': () => true,
    await: () => fn?.async === true,
    return: () => isLastStatement(lost.node) && !isThrownAway(fn, context),
  };
  const possible = remedies.filter((remedy) => applies[remedy]());
  if (isSlip) return awaitFirst(possible.filter((remedy) => remedy !== 'fire-task' || possible.includes('await')));
  return known.enqueue === true ? awaitFirst(possible) : possible;
}

/** An enqueue that is awaited is safe for good; as a task, it is only as safe as the process. */
function awaitFirst(remedies: readonly RemedyName[]): RemedyName[] {
  return [...remedies].sort((a, b) => Number(b === 'await') - Number(a === 'await'));
}

/**
 * An async function that never waits is no launch for a caller that drops its promise. An `await` would make it one.
 */
function isMadeLaunchByAwait(fn: FunctionNode | undefined, context: Context): boolean {
  return fn?.async === true && !waits(fn) && consumerOf(fn, context).kind === 'drops';
}

/** Whether a function's return value is dropped, by its caller or by the framework that runs it as a handler. */
function isThrownAway(fn: FunctionNode | undefined, context: Context): boolean {
  return fn !== undefined && (context.entryOf(fn)?.returned === 'ignored' || consumerOf(fn, context).kind === 'drops');
}

/** Whether a node is the last statement of a function's body, so that returning it changes only the return value. */
function isLastStatement(node: Node): boolean {
  const statement = wrapped(node).parent;
  if (statement?.type !== 'ExpressionStatement') return false;
  const block = statement.parent;
  return block.type === 'BlockStatement' && isFunction(block.parent) && block.body.at(-1) === statement;
}
