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
import { refuseOutside, refuseUnreadablePackages } from './guards.ts';
import { helperPath } from './helper-path.ts';
import { SUPPRESS, writeBaseline } from './init/baseline.ts';
import { printFirstFindings } from './init/first-findings.ts';
import { missingFiles, staleness, writeDrain, writeHelper } from './init/helper-files.ts';
import { projectAt, projectLine } from './init/project.ts';
import { proposalFor } from './init/steps.ts';
import { updateHelper } from './init/update.ts';
import { refuseStepObstacles, writeStep } from './init/write.ts';
import { shownPath } from './terminal.ts';

export interface InitFlags extends Extras {
  readonly helper?: string;
  readonly flavour?: Flavour;
  readonly update?: boolean;
  /** Also write the file with `drainOnShutdown`. */
  readonly drain?: boolean;
  /** Write everything without asking. */
  readonly yes?: boolean;
}

/**
 * `fire-task init`: writes the helper, the ESLint configuration, a script, and whatever else the flags request. It
 * shows the plan first, and asks. Without a terminal to ask at, it writes only the helper, unless `--yes` is given.
 *
 * An existing helper is left unchanged. With `--update`, it is replaced if nobody has edited it; otherwise, the
 * difference is shown (exit code 1).
 */
export async function init(folder: string, flags: InitFlags, terminal: Terminal): Promise<ExitCode> {
  const at = resolve(terminal.cwd, folder);
  if (statSync(at, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CannotRun(`${folder} is not a folder: name a folder of the package.`);
  const { workspace } = terminal;
  workspace.refresh();
  refuseUnreadablePackages([join(at, 'package.json')], terminal);
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
  // Each package of a workspace has its own helper.
  const wantsHelper = !project.isWorkspaceRoot || flags.helper !== undefined;
  const wantsDrain = wantsHelper && flags.drain === true;
  const files = wantsHelper ? missingFiles(home, wantsDrain, terminal) : [];
  terminal.print(`${projectLine(project, terminal)}\n`);
  if (wantsHelper && home.exists)
    terminal.print(`${shownPath(home.path, terminal)} already exists and was left unchanged${staleness(home)}.`);
  if (!wantsHelper && flags.drain === true)
    terminal.print('No drain is written here: name the package whose server it is for, as in fire-task init apps/api.');
  showPlan(files, proposal, terminal);
  const answer = await answerTo(files.length + proposal.steps.length + Number(runsBaseline(proposal)), flags, terminal);
  if (answer === 'no') {
    terminal.print('Nothing was written.');
    return EXIT.done;
  }
  const steps = answer === 'yes' ? proposal.steps : [];
  refuseStepObstacles(steps, project.root, terminal);
  if (wantsHelper && !home.exists) writeHelper(home, terminal);
  if (wantsDrain) writeDrain(home, terminal);
  for (const step of steps) writeStep(step, terminal);
  if (steps.length < proposal.steps.length)
    terminal.print('The rest was not written, because there is no terminal to ask at. Use --yes to write it.');
  const hasFailed = conclude(project, proposal, answer === 'yes', terminal);
  await printFirstFindings(folder, terminal);
  return hasFailed || (proposal.isLeft && flags.yes === true) ? EXIT.remaining : EXIT.done;
}

/** @throws {CannotRun} when the helper cannot be there */
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

/** Shows everything that would be written, with the text of each file except the helper. */
function showPlan(
  files: readonly (readonly [path: string, purpose: string])[],
  proposal: Proposal,
  terminal: Terminal,
): void {
  for (const remark of proposal.remarks) terminal.print(remark.includes('\n') ? `${remark}\n` : remark);
  const rows = [
    ...files.map(([path, purpose]) => ['write', shownPath(path, terminal), purpose]),
    ...proposal.steps.flatMap(({ change, purpose, then }) => [
      [change.before === undefined ? 'write' : 'edit', shownPath(change.path, terminal), purpose],
      ...(then === undefined ? [] : [['run', then.words, '']]),
    ]),
    ...(runsBaseline(proposal) ? [['run', `eslint ${SUPPRESS.join(' ')}`, 'writes the baseline']] : []),
  ];
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
  for (const { change } of proposal.steps) terminal.print(`${renderDiff(change, terminal)}\n`);
}

/** The baseline needs an ESLint that can run. */
function runsBaseline({ missing, wantsBaseline }: Proposal): boolean {
  return wantsBaseline && missing.length === 0;
}

/** `helper`: there is nobody to ask, so only the helper is written, because nothing else depends on it. */
async function answerTo(count: number, { yes }: InitFlags, terminal: Terminal): Promise<'yes' | 'no' | 'helper'> {
  if (yes === true) return 'yes';
  if (terminal.ask === undefined) return 'helper';
  return count === 0 || (await choose('Make these changes?', terminal)) ? 'yes' : 'no';
}

/** Says what to install, and writes the baseline. Returns whether that failed. */
function conclude(project: FoundProject, proposal: Proposal, mayWrite: boolean, terminal: Terminal): boolean {
  const { manager, root, eslintRoot } = project;
  const { missing, wantsBaseline } = proposal;
  const where = shownPath(eslintRoot, terminal);
  if (missing.length > 0)
    terminal.print(
      `\nInstall what ESLint needs${where === '.' ? '' : ` in ${where}`}:\n\n  ${manager.add} ${missing.join(' ')}`,
    );
  if (!wantsBaseline || !mayWrite) return false;
  const { said, hasFailed } = writeBaseline(root, manager, missing.length === 0);
  terminal.print(said);
  return hasFailed;
}
