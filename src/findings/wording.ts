import type { Finding, FormName } from './finding.ts';

/**
 * One message a form; `{{callee}}` is the launch, `{{where}}` who runs it, `{{fate}}` and `{{loss}}` what becomes of
 * it, `{{tracker}}` what can track it, `{{note}}` what only this code calls for.
 */
export const MESSAGES: Readonly<Record<FormName, string>> = {
  floating:
    '`{{callee}}(…)` is launched by {{where}} and nothing awaits, returns or tracks it: {{fate}}.{{note}} Await it, return it, or pass it to `{{tracker}}`.',
  voided:
    '`void` hides the promise of `{{callee}}(…)`, launched by {{where}}, and tracks nothing: {{fate}}.{{note}} Await it, or pass it to `{{tracker}}`.',
  caught:
    'The rejection of `{{callee}}(…)`, launched by {{where}}, is handled, but nobody owns the work: {{loss}}.{{note}} Await it, or pass the chain to `{{tracker}}`.',
  chained:
    'The chain on `{{callee}}(…)` is launched by {{where}} and nothing awaits, returns or tracks it: {{fate}}.{{note}} Await it, return it, or pass it to `{{tracker}}`.',
  unread:
    'The promise of `{{callee}}(…)`, launched by {{where}}, is put where nothing reads it: {{fate}}.{{note}} Await it, or pass it to `{{tracker}}`.',
  iife: 'The async function called in place is launched by {{where}} and nothing awaits, returns or tracks it: {{fate}}.{{note}} Await it, or pass the function to `{{tracker}}`.',
  combined:
    '`{{callee}}(…)` is launched by {{where}} and nothing awaits, returns or tracks it: {{fate}}.{{note}} Await it, return it, or pass it to `{{tracker}}`.',
  mapped:
    '`{{callee}}(…)` in {{where}} makes an array of promises that nothing awaits: {{fate}}.{{note}} Await `Promise.all(…)` of it, or pass that to `{{tracker}}`.',
  callback:
    '`{{callee}}(…)` in {{where}} drops the promise of its callback: {{fate}}.{{note}} Pass the work to `{{tracker}}` inside it.',
  lazy: '`{{callee}}(…)` in {{where}} is never sent: a lazy query starts when it is awaited, and nothing awaits it.{{note}} Await it, or pass it to `{{tracker}}`.',
  answered:
    '`{{callee}}(…)` in {{where}} gives a promise where its result is needed: the promise itself is turned into a value and dropped.{{note}} Await it.',
  partial:
    '`{{callee}}(…)` is launched by {{where}} and owned on some paths only: {{fate}}.{{note}} Launch it after the checks, or await it on each path.',
  middleware:
    '`{{callee}}()` in {{where}} starts all that follows and its promise is dropped: the response is sent before it is done.{{note}} Await it, or return it.',
};

/**
 * What becomes of the work: of a process that lives on, of one that is frozen once it has answered, of one that is
 * cancelled then.
 */
const LOSSES = {
  process: 'it is lost on shutdown',
  frozen: 'it stops when the platform freezes the instance after the answer',
  cancelled: 'the platform cancels it once the answer is sent',
} as const;

/** The words that a finding's message is filled in with. */
export function wordsOf(
  finding: Finding,
  tracker = 'fireTask',
): Record<'callee' | 'where' | 'fate' | 'loss' | 'note' | 'tracker', string> {
  const runtime = finding.origin.handler.runtime ?? 'process';
  const loss = LOSSES[runtime];
  return {
    callee: finding.callee,
    where: whereOf(finding),
    fate: runtime === 'process' ? `${loss}, and if it rejects the process can crash` : loss,
    loss,
    tracker,
    note: finding.note === undefined ? '' : ` ${finding.note}`,
  };
}

/** `` `POST /orders` (createOrder → notifyWarehouse), and 2 more ``; with reach `all`, the function's name. */
export function whereOf({ origin }: Finding): string {
  const chain = origin.chain.length === 0 ? '' : ` (${origin.chain.join(' → ')})`;
  const others = origin.others === 0 ? '' : ` and ${origin.others.toString()} more`;
  return `\`${origin.handler.route}\`${chain}${others}`;
}

/** The whole message of a finding, as the rule shows it. */
export function messageOf(finding: Finding): string {
  const words: Record<string, string> = wordsOf(finding);
  return MESSAGES[finding.form].replace(/\{\{(\w+)\}\}/g, (_, word: string) => words[word] ?? '');
}
