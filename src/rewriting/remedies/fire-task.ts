import type { Finding } from '../../findings/finding.ts';
import type { Form } from '../../findings/forms.ts';
import type { Node } from '../../syntax/source.ts';
import type { Remedy } from '../context.ts';
import { FORMS } from '../../findings/forms.ts';
import { chainCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { allHandlersWait } from '../waiting-handlers.ts';
import { whyNever } from './never.ts';
import { callbackTask } from './callback.ts';
import { wrapTask } from './task.ts';
import { unreadTask } from './unread.ts';
import { voidOf } from './void.ts';

const HAND_OVER =
  'await it, enqueue it, or hand it to `waitUntil` (with `configureTasks({ waitUntil })` every task is ' +
  'handed over, and this is rewritten).';
const ON_LAMBDA =
  'await it, enqueue it, or have each handler that runs it wait for its tasks: wrap the handler in `withTasks(…)` of ' +
  'the helper, which `npx fire-task init` writes, and run migrate again.';

/** Why a task that only the process holds would save nothing. */
const CANNOT_OUTLIVE = {
  frozen: 'The platform freezes the process after the response, including its tasks:',
  cancelled: 'The platform cancels all work that outlives the response, including tasks:',
} as const;

/** Remedies by what a task is made from. */
const TASKS: Readonly<Record<Exclude<Form['task'], 'never'>, Remedy>> = {
  expression: (finding, context) => wrapTask(finding, context, finding.node),
  variable: unreadTask,
  callback: callbackTask,
};

/**
 * Makes the work a task. The promise that the code already creates is handed over, so that evaluation order,
 * synchronous throws, `this`, `await` in arguments and type narrowing stay as they were. Only an async function called
 * in place is handed over itself.
 */
export const fireTask: Remedy = (finding, context) => {
  const { task } = FORMS[finding.form];
  if (task === 'never') {
    return { code: 'needs-await', reason: 'The result is needed here, so a task would not help: await it.' };
  }
  const never = whyNever(finding, context);
  if (never !== undefined) return never;
  const { runtime, flavour } = finding.origin.handler;
  if (runtime !== undefined && !context.handsOver(flavour) && !allHandlersWait(finding, context))
    return { code: 'platform', reason: `${CANNOT_OUTLIVE[runtime]} ${flavour === 'lambda' ? ON_LAMBDA : HAND_OVER}` };
  const outcome = TASKS[task](finding, context);
  const note = noteOn(finding);
  return 'code' in outcome || note === undefined ? outcome : { ...outcome, note };
};

function noteOn({ form, node, enqueue }: Finding): string | undefined {
  const { taskNote } = FORMS[form];
  if (taskNote !== undefined) return taskNote;
  if (enqueue === true) return 'Awaiting it is better: a job that is not queued yet is lost with the process.';
  return swallowsAll(voidOf(node)?.argument ?? node)
    ? 'Its catch swallows every error before the task can see it.'
    : undefined;
}

/** `.catch(() => {})` */
function swallowsAll(node: Node): boolean {
  for (let link = chainCall(unwrap(node)); link !== undefined; link = chainCall(unwrap(link.object))) {
    const [first] = link.call.arguments;
    const handler = first === undefined ? undefined : unwrap(first);
    if (
      link.method === 'catch' &&
      isFunction(handler) &&
      handler.body.type === 'BlockStatement' &&
      handler.body.body.length === 0
    )
      return true;
  }
  return false;
}
