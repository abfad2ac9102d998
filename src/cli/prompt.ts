import type { Answer } from './terminal.ts';

const LABELS: Readonly<Record<Answer, string>> = {
  yes: 'yes',
  no: 'no, leave it (also Enter)',
  all: 'all that are left in this file',
  quit: 'quit: leave this and all that follow',
};

/**
 * Asks by a key: the first letter of an answer. Enter is `no`, which is listed first, as it is the first that is shown
 * to be chosen then. Ctrl-C and Escape are `quit`.
 */
export async function promptFor(question: string, answers: readonly Answer[]): Promise<Answer> {
  const { isCancel, selectKey } = await import('../taken-in/prompts.ts');
  const answer = await selectKey({
    message: question,
    options: ordered(answers).map((value) => ({ value: value.charAt(0), label: LABELS[value] })),
    output: process.stderr,
  });
  return isCancel(answer) ? 'quit' : (answers.find((value) => value.startsWith(answer)) ?? 'no');
}

/** The answers with `no` before the others. */
export function ordered(answers: readonly Answer[]): Answer[] {
  return [...answers].sort((a, b) => Number(b === 'no') - Number(a === 'no'));
}
