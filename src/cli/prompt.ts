import type { Answer } from './terminal.ts';

const LABELS: Readonly<Record<Answer, string>> = {
  yes: 'yes',
  no: 'no, leave it (also Enter)',
  all: 'all that are left in this file',
  quit: 'quit: leave this and all that follow',
};

/**
 * Asks for one key: the first letter of an answer. `no` is listed first, which makes it the default for Enter. Ctrl-C
 * and Escape mean `quit`.
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

/** The answers, `no` first. */
export function ordered(answers: readonly Answer[]): Answer[] {
  return [...answers].sort((a, b) => Number(b === 'no') - Number(a === 'no'));
}
