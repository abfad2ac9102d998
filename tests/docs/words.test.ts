import { expect, it } from 'vitest';

interface Verdict {
  readonly words: number;
  readonly long: readonly string[];
  readonly passive: number;
  readonly private: readonly { readonly found: string; readonly near: string }[];
}

const { judge, judgePages } = (await import(new URL('words.js', import.meta.url).href)) as {
  judge: (markdown: string) => Verdict;
  judgePages: () => readonly (Verdict & { readonly page: string })[];
};
const counting = (count: number): string => `${Array.from({ length: count }, () => 'word').join(' ')}.`;

it('finds a sentence of 31 words, in a paragraph, a list and a table', () => {
  const long = counting(31);
  expect(judge(`${long}\n\n- ${long}\n- ${counting(30)}\n\n| a | ${long} |\n`).long).toEqual([long, long, long]);
  expect(judge(`${counting(30)} W${counting(30).slice(1)}`).long).toEqual([]);
});

it('finds private words, and not in code', () => {
  expect(judge('Mend it.\n\n`Mend it` is code.\n\n```\nMend it.\n```\n').private.map(({ found }) => found)).toEqual([
    'Mend',
  ]);
  expect(judge('It is no queue. There is no queue.').private.map(({ found }) => found)).toEqual(['is no ']);
});

it('counts sentences in the passive voice', () => {
  expect(judge('The file is read. We read the file.').passive).toBe(0.5);
});

it('reads every page', () => {
  expect(judgePages().length).toBeGreaterThan(25);
});

it.each(judgePages())('$page has short sentences, and no words of our own', ({ long, private: own }) => {
  expect({ long, own: own.map(({ near }) => near) }).toEqual({ long: [], own: [] });
});

it('the README fits in 900 words', () => {
  expect(judgePages().find(({ page }) => page === 'README.md')?.words).toBeLessThanOrEqual(900);
});
