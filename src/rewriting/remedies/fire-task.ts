import type { Finding } from '../../findings/finding.ts';
import type { Node } from '../../syntax/source.ts';
import type { Ground, Outcome, Remedy } from '../ground.ts';
import { chainCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { replace } from '../edit.ts';
import { callbackTask } from './callback.ts';
import { unreadTask } from './unread.ts';
import { bindsItsOwn, wrapTask } from './wrap.ts';

/**
 * Makes the work a task. The promise that the code already makes is handed over, so that evaluation order, synchronous throws, `this`,
 * `await` in arguments and type narrowing stay as they were; only an async function called in place is handed over itself.
 */
export const fireTask: Remedy = (finding, ground) => {
  const { form, node } = finding;
  switch (form) {
    case 'callback':
      return callbackTask(finding, ground);
    case 'unread':
      return unreadTask(finding, ground);
    case 'mapped':
      return wrapTask(finding, ground, node, { open: 'Promise.all(', close: ')' });
    case 'iife':
      return functionTask(finding, ground) ?? wrapTask(finding, ground, node);
    case 'lazy':
      return noted(wrapTask(finding, ground, node), 'The query was never sent; now it is.');
    case 'caught':
      return swallowsAll(node) ? noted(wrapTask(finding, ground, node), 'Its catch swallows every error before the task can see it.') : wrapTask(finding, ground, node);
    case 'answered':
    case 'middleware':
      return { code: 'needs-await', reason: 'The result is needed here, so a task would not help: await it.' };
    default:
      return wrapTask(finding, ground, node);
  }
};

/** `(async () => { … })()` → `fireTask(async () => { … }, 'name')`, when nothing but the brackets around the function goes away. */
function functionTask(finding: Finding, { text, tracker, taskName }: Ground): Outcome | undefined {
  const node = unwrap(finding.node);
  if (node.type !== 'CallExpression' || node.arguments.length > 0) return undefined;
  const fn = unwrap(node.callee);
  if (!isFunction(fn) || fn.params.length > 0 || fn.generator || (fn.type === 'FunctionExpression' && bindsItsOwn(fn))) return undefined;
  const [start, end] = node.range;
  if (!/^\(\s*$/.test(text.slice(start, fn.range[0])) || !/^\s*\)\s*\(\s*\)$/.test(text.slice(fn.range[1], end))) return undefined;
  return {
    tracked: true,
    edits: [replace(start, fn.range[0], `${tracker.callee}(`), replace(fn.range[1], end, `, ${taskName(finding)})`)],
  };
}

/** `.catch(() => {})` */
function swallowsAll(node: Node): boolean {
  for (let link = chainCall(unwrap(node)); link !== undefined; link = chainCall(unwrap(link.object))) {
    const [first] = link.call.arguments;
    const handler = first === undefined ? undefined : unwrap(first);
    if (link.method === 'catch' && isFunction(handler) && handler.body.type === 'BlockStatement' && handler.body.body.length === 0) return true;
  }
  return false;
}

function noted(outcome: Outcome, note: string): Outcome {
  return 'code' in outcome ? outcome : { ...outcome, note };
}
