import type { Finding } from './finding.ts';
import type { FormName } from './forms.ts';
import { calleeText } from '../syntax/call.ts';
import { AT_STOP, FORM_NAMES, FORMS } from './forms.ts';
import { isLastEvent, isListenerItself } from './stop-events.ts';
import { VALUES } from './values.ts';

/**
 * What becomes of the work: in a process that keeps running, on a platform that freezes the instance after the answer,
 * and on one that cancels the work then.
 */
const LOSSES = {
  process: 'it is lost on shutdown',
  frozen: 'it stops when the platform freezes the instance after the answer',
  cancelled: 'the platform cancels it once the answer is sent',
} as const;

/** The words that fill the placeholders of a finding's message. */
export function wordsOf(
  finding: Finding,
  tracker = 'fireTask',
): Record<'callee' | 'where' | 'fate' | 'note' | 'tracker' | 'gives' | 'cure' | 'work', string> {
  const { gives, becomes, cure } = VALUES[finding.becomes ?? 'sent'];
  return {
    gives,
    cure: finding.stopEvent === undefined ? cure : cureAtStop(finding),
    work: workAtStop(finding),
    callee: FORMS[finding.form].subject === 'dropping call' ? calleeText(finding.site) : finding.callee,
    where: whereOf(finding),
    fate: finding.becomes === undefined ? fateOf(finding) : becomes,
    tracker,
    note: finding.note === undefined ? '' : ` ${finding.note}`,
  };
}

function workAtStop(finding: Finding): string {
  const listener = `listener of \`${finding.stopEvent ?? ''}\``;
  return isListenerItself(finding)
    ? `The ${listener} is asynchronous`
    : `\`${finding.callee}(…)\` is launched by a ${listener}`;
}

function cureAtStop(finding: Finding): string {
  if (isLastEvent(finding.stopEvent)) return 'Do this work with synchronous calls';
  return isListenerItself(finding) ? 'Let it end the process once it is done' : 'Await it';
}

/** What becomes of the work, and of the process if a rejection would be unhandled. */
function fateOf({ form, origin, handled }: Finding): string {
  const runtime = origin.handler.runtime ?? 'process';
  const loss = LOSSES[runtime];
  return runtime === 'process' && FORMS[form].rejection === 'unhandled' && handled !== true
    ? `${loss}, and if it rejects the process can crash`
    : loss;
}

/** `` `POST /orders` (createOrder → notifyWarehouse) and 2 more ``; with reach `all`, the function's name. */
export function whereOf({ origin }: Finding): string {
  const chain = origin.chain.length === 0 ? '' : ` (${origin.chain.join(' → ')})`;
  const others = origin.others === 0 ? '' : ` and ${origin.others.toString()} more`;
  return `\`${origin.handler.route}\`${chain}${others}`;
}

export type MessageId = FormName | 'stopping';

/** The messages by what the rule calls them. */
export const MESSAGES = {
  ...(Object.fromEntries(FORM_NAMES.map((form) => [form, FORMS[form].message])) as Record<FormName, string>),
  stopping: AT_STOP,
};

export function messageIdOf({ form, becomes, stopEvent }: Finding): MessageId {
  return stopEvent === undefined || becomes !== undefined ? form : 'stopping';
}

/** The whole message of a finding, as the rule shows it. */
export function messageOf(finding: Finding): string {
  const words: Record<string, string> = wordsOf(finding);
  return MESSAGES[messageIdOf(finding)].replace(/\{\{(\w+)\}\}/g, (_, word: string) => words[word] ?? '');
}
