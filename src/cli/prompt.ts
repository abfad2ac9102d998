import type { Answer } from './terminal.ts';

const LABELS: Readonly<Record<Answer, string>> = {
  yes: 'yes',
  no: 'no, leave it',
  all: 'all that are left in this file',
  quit: 'quit: leave this and all that follow',
};

/** Asks by a key: the first letter of an answer. Ctrl-C and Escape are `quit`. */
export async function promptFor(question: string, answers: readonly Answer[]): Promise<Answer> {
  const { isCancel, selectKey } = await import('../taken-in/prompts.ts');
  const answer = await selectKey({
    message: question,
    options: answers.map((value) => ({ value: value.charAt(0), label: LABELS[value] })),
    output: process.stderr,
  });
  return isCancel(answer) ? 'quit' : (answers.find((value) => value.startsWith(answer)) ?? 'no');
}
