import { describe, expect, it } from 'vitest';
import { commandsOf, faultOf } from '../support/commands.ts';
import { PAGES, textOf } from '../support/pages.ts';

/** No script of ours: what may be a container's first process. */
const STARTS_THEIRS = 'npm start';

/** Commands that a sentence names: `npx fire-task init --update`. */
function commandsNamedIn(page: string): string[] {
  const prose = textOf(page).replaceAll(/^(\s*)```[\s\S]*?^\1```$/gm, '');
  return [
    ...new Set(
      [...prose.matchAll(/`((?:[A-Z_]+=\S+ )*(?:npm|npx|fire-task|bash) [^`]+)`/g)].map(([, command = '']) => command),
    ),
  ].filter((command) => command !== STARTS_THEIRS);
}

const named = PAGES.map((page) => ({ page, commands: commandsNamedIn(page) })).filter(
  ({ page, commands }) => commands.length > 0 && page !== 'CHANGELOG.md',
);

it('many sentences name one', () => {
  expect(named.flatMap(({ commands }) => commands).length).toBeGreaterThan(40);
});

describe.each(named)('$page', ({ commands }) => {
  it.each(commands)('names a command that there is: %s', async (command) => {
    // Placeholders stand for what a reader puts in.
    const faults = await Promise.all(commandsOf(command.replaceAll(/<[^>]+>|…/g, 'x')).map(faultOf));
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  });
});
