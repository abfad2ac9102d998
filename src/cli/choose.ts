import type { AnalysisOf } from './analysis.ts';
import type { PlannedFile, PlannedSite } from './plan-file.ts';
import type { ReadSource } from './read.ts';
import type { Answer, Terminal } from './terminal.ts';
import { renderDiff } from './diff.ts';
import { CannotRun } from './exit.ts';
import { planFileAt } from './plan-file.ts';
import { placeOf } from './output/place.ts';
import { counted } from './terminal.ts';

/** What is asked of each site. */
const CHOICES: readonly Answer[] = ['yes', 'no', 'all', 'quit'];

/**
 * Shows each planned rewrite by itself and asks whether it is to be made. Files are planned anew with what was chosen,
 * so that an import or a helper that
 * nothing needs is not written.
 *
 * @returns the plans, and whether the person quit: nothing more is asked or planned then
 * @throws {CannotRun} without a terminal to ask at
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

/** Asks about a change that is no finding's: yes or no. */
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

/** Plans are made innermost first. */
function inSourceOrder(sites: readonly PlannedSite[]): PlannedSite[] {
  return [...sites].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** `2 findings left unchanged, as you chose.` */
export function leftByChoice(sites: readonly PlannedSite[]): string[] {
  const left = sites.filter(({ code }) => code === 'declined').length;
  return left === 0 ? [] : [`${counted(left, 'finding')} left unchanged, as you chose.`];
}
