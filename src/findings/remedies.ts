import type { Node } from '../syntax/source.ts';
import type { Lost } from '../ownership/owner.ts';
import type { FormName, RemedyName } from './finding.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Ground } from '../ownership/context.ts';
import { isFunction } from '../syntax/function.ts';
import { wrapped } from '../syntax/unwrap.ts';
import { consumerOf } from '../ownership/consumer.ts';
import { waits } from './waits.ts';

/**
 * What can be done, best first. Forms whose remedy is `await` never get a task: the value itself is needed, or the
 * chain of middleware.
 */
export function remediesFor(form: FormName, launch: Node, lost: Lost, enqueue: boolean, ground: Ground): RemedyName[] {
  // What to do takes a person: the launch may have to move.
  if (form === 'partial') return [];
  const fn = ground.functionOf(launch);
  // Its first await would make of the callback a launch that its caller drops.
  if (
    (form === 'answered' || form === 'middleware') &&
    fn?.async === true &&
    !waits(fn) &&
    consumerOf(fn, ground).kind === 'drops'
  )
    return [];
  if (form === 'answered') return ['await'];
  if (form === 'middleware') return ['await', 'return'];
  if (lost.awaited === true) return ['await'];
  if (form === 'callback') return ['fire-task'];
  const remedies: RemedyName[] = ['fire-task'];
  if (fn?.async === true && form !== 'unread') {
    if (enqueue || form === 'lazy') remedies.unshift('await');
    else remedies.push('await');
  }
  if (isLastStatement(lost.node) && !isThrownAway(fn, ground)) remedies.push('return');
  return remedies;
}

/** Whether what a function returns is nobody's: a caller drops it, or the framework whose handler it is. */
function isThrownAway(fn: FunctionNode | undefined, ground: Ground): boolean {
  return fn !== undefined && (ground.entryOf(fn)?.returned === 'ignored' || consumerOf(fn, ground).kind === 'drops');
}

/** The last statement of a function's body: returning it changes what the function returns, nothing else. */
function isLastStatement(node: Node): boolean {
  const statement = wrapped(node).parent;
  if (statement?.type !== 'ExpressionStatement') return false;
  const block = statement.parent;
  return block.type === 'BlockStatement' && isFunction(block.parent) && block.body.at(-1) === statement;
}
