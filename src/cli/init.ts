import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ExitCode } from './exit.ts';
import type { Flavour } from '../helper/flavour.ts';
import type { TrackerHome } from '../helper/home.ts';
import type { Extras, Proposal } from './init/steps.ts';
import type { FoundProject } from './init/project.ts';
import type { Terminal } from './terminal.ts';
import { TOLD_TO_STOP } from '../helper/flavour.ts';
import { isTaken } from '../helper/home.ts';
import { packageHome } from '../rewriting/helper-home.ts';
import { choose } from './choose.ts';
import { renderDiff } from './diff.ts';
import { CannotRun, EXIT } from './exit.ts';
import { refuseOutside } from './guards.ts';
import { helperPath } from './helper-path.ts';
import { writeBaseline } from './init/baseline.ts';
import { printFirstFindings } from './init/first-findings.ts';
import { platformOf, staleness, writeDrain, writeHelper } from './init/helper-files.ts';
import { projectAt, projectLine } from './init/project.ts';
import { proposalFor, writeStep } from './init/steps.ts';
import { updateHelper } from './init/update.ts';
import { shownPath } from './terminal.ts';

export interface InitFlags extends Extras {
  readonly helper?: string;
  readonly flavour?: Flavour;
  readonly update?: boolean;
  /** The file with `drainOnShutdown`, too. */
  readonly drain?: boolean;
  /** Write all of it without asking. */
  readonly yes?: boolean;
}

/**
 * `fire-task init`: writes the helper, the ESLint configuration and a script, and what else is asked for. It shows all
 * of it first, and asks. Without a terminal to ask at it writes the helper alone, and the rest with `--yes`.
 *
 * A helper that is there is left as it is; with `--update` it is replaced when nobody has edited it, and otherwise the
 * difference is shown (exit code 1).
 */
export async function init(folder: string, flags: InitFlags, terminal: Terminal): Promise<ExitCode> {
  const at = resolve(terminal.cwd, folder);
  if (statSync(at, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CannotRun(`${folder} is not a folder: name a folder of the package.`);
  const { workspace } = terminal;
  workspace.refresh();
  const home = homeFor(at, flags, terminal);
  if (flags.update === true)
    return updateHelper(
      flags.flavour === undefined ? home : { ...home, flavour: flags.flavour },
      shownPath(home.path, terminal),
      terminal,
    );
  if (flags.drain === true && !TOLD_TO_STOP.has(home.flavour))
    throw new CannotRun(`Functions on ${home.flavour} get no shutdown signal: omit --drain.`);
  const project = projectAt(workspace.packages.of(join(at, 'package.json')).root, terminal);
  const proposal = await proposalFor(project, flags, terminal);
  // The packages of a workspace have helpers of their own.
  const wantsHelper = !project.isWorkspaceRoot || flags.helper !== undefined;
  terminal.print(`${projectLine(project, terminal)}\n`);
  show(wantsHelper ? home : undefined, proposal, flags, terminal);
  const answer = flags.yes === true ? 'yes' : await asked(home, wantsHelper, proposal, terminal);
  if (answer === 'no') {
    terminal.print('Nothing was written.');
    return EXIT.done;
  }
  if (wantsHelper) {
    if (!home.exists) writeHelper(home, terminal);
    if (flags.drain === true) writeDrain(home, terminal);
  }
  if (answer === 'yes') for (const step of proposal.steps) writeStep(step, terminal);
  else if (proposal.steps.length > 0)
    terminal.print('The rest was not written, because there is no terminal to ask at. Use --yes to write it.');
  conclude(project, proposal, flags.baseline === true && answer === 'yes', terminal);
  await printFirstFindings(folder, terminal);
  return proposal.isLeft && flags.yes === true ? EXIT.remaining : EXIT.done;
}

/** @throws {CannotRun} where the helper cannot be */
function homeFor(at: string, { helper, flavour }: InitFlags, terminal: Terminal): TrackerHome {
  const path = helperPath(helper, terminal);
  const home = packageHome(join(at, 'package.json'), terminal.workspace, {
    ...(path !== undefined && { helper: path }),
    ...(flavour !== undefined && { flavour }),
  });
  refuseOutside(home, at, terminal);
  if (isTaken(home, terminal.workspace))
    throw new CannotRun(
      `${shownPath(home.path, terminal)} is another file that does not export fireTask: rename it, or choose another ` +
        'path with --helper.',
    );
  return home;
}

/** Everything that would be written, with the text of what is not the helper. */
function show(
  home: TrackerHome | undefined,
  { steps, remarks }: Proposal,
  { drain }: InitFlags,
  terminal: Terminal,
): void {
  const rows: string[][] = steps.flatMap(({ change, purpose, then }) => [
    [change.before === undefined ? 'write' : 'edit', shownPath(change.path, terminal), purpose],
    ...(then === undefined ? [] : [['run', then.words, '']]),
  ]);
  if (home?.exists === false)
    rows.unshift([
      'write',
      shownPath(home.path, terminal),
      `the helper${platformOf(home)}${drain === true ? ', and the drain beside it' : ''}`,
    ]);
  if (home?.exists === true)
    terminal.print(`${shownPath(home.path, terminal)} already exists and was left unchanged${staleness(home)}.`);
  for (const remark of remarks) terminal.print(remark);
  if (rows.length === 0) return;
  const width = Math.max(...rows.map(([, what = '']) => what.length));
  terminal.print(
    [
      'Plan:',
      ...rows.map(([verb = '', what = '', purpose = '']) =>
        `  ${verb.padEnd(5)}  ${what.padEnd(width)}  ${purpose}`.trimEnd(),
      ),
      '',
    ].join('\n'),
  );
  for (const { change } of steps) terminal.print(`${renderDiff(change, terminal)}\n`);
}

/** `helper`: there is nobody to ask, and the helper is a file that nothing else depends on. */
async function asked(
  home: TrackerHome,
  wantsHelper: boolean,
  { steps }: Proposal,
  terminal: Terminal,
): Promise<'yes' | 'no' | 'helper'> {
  if (terminal.ask === undefined) return 'helper';
  if ((home.exists || !wantsHelper) && steps.length === 0) return 'helper';
  return (await choose('Make these changes?', terminal)) ? 'yes' : 'no';
}

/** What is to be installed, and the baseline. */
function conclude(project: FoundProject, { missing }: Proposal, wantsBaseline: boolean, terminal: Terminal): void {
  const { manager, root } = project;
  if (missing.length > 0) terminal.print(`\nInstall what ESLint needs:\n\n  ${manager.add} ${missing.join(' ')}`);
  if (wantsBaseline) terminal.print(writeBaseline(root, manager, missing.length === 0));
}
