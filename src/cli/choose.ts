import type { AnalysisOf } from './analysis.ts';
import type { PlannedFile, PlannedSite } from './plan-file.ts';
import type { ReadSource } from './read.ts';
import type { Answer, Terminal } from './terminal.ts';
import { renderDiff } from './diff.ts';
import { CannotRun } from './exit.ts';
import { planFileAt } from './plan-file.ts';
import { placeOf } from './output/place.ts';
import { counted } from './terminal.ts';

/** The answers offered for each site. */
const CHOICES: readonly Answer[] = ['yes', 'no', 'all', 'quit'];

/**
 * Shows each planned rewrite on its own and asks whether to make it. Plans each file again with the chosen rewrites, so
 * that it gets no import or helper that nothing needs.
 *
 * @returns the plans, and whether the user quit; after that, nothing more is asked or planned
 * @throws {CannotRun} when there is no terminal to ask at
 */
export async function chooseSites(
  planned: readonly PlannedFile[],
  analysisOf: AnalysisOf,
  read: ReadSource,
  terminal: Terminal,
): Promise<{ readonly chosen: readonly PlannedFile[]; readonly hasQuit: boolean }> {
  const { ask } = terminal;
  if (ask === undefined)
    throw new CannotRun(
      '--interactive asks at a terminal, and there is none: leave it out, or name the files that are to be changed.',
    );
  const total = planned.reduce((sum, { rewrites }) => sum + rewrites.length, 0);
  const chosen: PlannedFile[] = [];
  let asked = 0;
  let hasQuit = false;
  for (const file of planned) {
    const options = analysisOf(file.path);
    if (file.rewrites.length === 0 || options === undefined) {
      chosen.push(file);
      continue;
    }
    const only = (accepted: (offset: number) => boolean): PlannedFile =>
      planFileAt(file.path, terminal.workspace, { ...options, accepts: accepted }, read);
    const taken = new Set<number>();
    let takesAll = false;
    for (const site of inSourceOrder(file.rewrites)) {
      asked += 1;
      const answer: Answer = hasQuit
        ? 'no'
        : takesAll
          ? 'yes'
          : await askAbout(
              site,
              only((offset) => offset === site.offset),
              `${asked.toString()} of ${total.toString()}`,
              ask,
              terminal,
            );
      hasQuit ||= answer === 'quit';
      takesAll ||= answer === 'all';
      if (answer === 'yes' || answer === 'all') taken.add(site.offset);
    }
    chosen.push(taken.size === file.rewrites.length ? file : only((offset) => taken.has(offset)));
  }
  return { chosen, hasQuit };
}

/** Asks yes or no about a change that belongs to no finding. */
export async function choose(question: string, { ask }: Terminal): Promise<boolean> {
  return (await ask?.(question, ['yes', 'no'])) === 'yes';
}

async function askAbout(
  site: PlannedSite,
  alone: PlannedFile,
  count: string,
  ask: NonNullable<Terminal['ask']>,
  terminal: Terminal,
): Promise<Answer> {
  const { colors } = terminal;
  terminal.print(
    `\n${colors.bold(placeOf(site, terminal))}  ${site.form}  ${site.callee}  ${colors.dim(`in ${site.route}`)}`,
  );
  if (alone.change !== undefined) terminal.print(renderDiff(alone.change, terminal));
  if (site.reason !== '') terminal.print(colors.yellow(site.reason));
  return ask(`Rewrite it? (${count})`, CHOICES);
}

/** Plans list the innermost rewrites first. */
function inSourceOrder(sites: readonly PlannedSite[]): PlannedSite[] {
  return [...sites].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** `2 findings left unchanged, as you chose.` */
export function leftByChoice(sites: readonly PlannedSite[]): string[] {
  const left = sites.filter(({ code }) => code === 'declined').length;
  return left === 0 ? [] : [`${counted(left, 'finding')} left unchanged, as you chose.`];
}
