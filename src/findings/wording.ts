import type { Finding } from './finding.ts';
import { FORMS } from './forms.ts';
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
): Record<'callee' | 'where' | 'fate' | 'note' | 'tracker' | 'gives' | 'cure', string> {
  const { gives, becomes, cure } = VALUES[finding.becomes ?? 'sent'];
  return {
    gives,
    cure,
    callee: finding.callee,
    where: whereOf(finding),
    fate: finding.becomes === undefined ? fateOf(finding) : becomes,
    tracker,
    note: finding.note === undefined ? '' : ` ${finding.note}`,
  };
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

/** The whole message of a finding, as the rule shows it. */
export function messageOf(finding: Finding): string {
  const words: Record<string, string> = wordsOf(finding);
  return FORMS[finding.form].message.replace(/\{\{(\w+)\}\}/g, (_, word: string) => words[word] ?? '');
}
