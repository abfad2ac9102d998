import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ExitCode } from './exit.ts';
import type { Flavour } from '../helper/flavour.ts';
import type { TrackerHome } from '../helper/home.ts';
import type { Terminal } from './terminal.ts';
import { TOLD_TO_STOP } from '../helper/flavour.ts';
import { clearDrafts, replaceFile } from '../project/draft.ts';
import { isTaken, writeObstacle, writeTracker } from '../helper/home.ts';
import { packageHome } from '../rewriting/helper-home.ts';
import { readTrackerHeader, renderTracker } from '../helper/injection.ts';
import { shutdownHome } from '../helper/shutdown-file.ts';
import { renderDiff } from './diff.ts';
import { CannotRun, EXIT, sentenceOf } from './exit.ts';
import { refuseOutside } from './guards.ts';
import { eslintLines } from './eslint-lines.ts';
import { drainFile, splitOf } from './init-drain.ts';
import { helperPath } from './helper-path.ts';
import { shownPath } from './terminal.ts';

export interface InitFlags {
  readonly helper?: string;
  readonly flavour?: Flavour;
  readonly update?: boolean;
  /** The file with `drainOnShutdown`, too. */
  readonly drain?: boolean;
  /** Write the ESLint configuration where there is none. */
  readonly yes?: boolean;
}

/**
 * `fire-task init`: writes the helper alone, and says how ESLint is to be configured; with `--yes` it writes that, too,
 * where there is no configuration. A helper that is there is left as it is; with `--update` it is replaced when
 * nobody has edited it, and otherwise the difference is shown (exit code 1).
 */
export function init(folder: string, { helper, flavour, update, drain, yes }: InitFlags, terminal: Terminal): ExitCode {
  const at = resolve(terminal.cwd, folder);
  if (statSync(at, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CannotRun(`${folder} is not a folder: name a folder of the package.`);
  const { workspace } = terminal;
  workspace.refresh();
  const path = helperPath(helper, terminal);
  const home = packageHome(join(at, 'package.json'), workspace, {
    ...(path !== undefined && { helper: path }),
    ...(flavour !== undefined && { flavour }),
  });
  const shown = shownPath(home.path, terminal);
  refuseOutside(home, at, terminal);
  if (isTaken(home, workspace))
    throw new CannotRun(
      `${shown} is another file that does not export fireTask: rename it, or choose another path with --helper.`,
    );
  if (update === true) return updateHelper(flavour === undefined ? home : { ...home, flavour }, shown, terminal);
  if (drain === true && !TOLD_TO_STOP.has(home.flavour))
    throw new CannotRun(`Functions on ${home.flavour} get no shutdown signal: omit --drain.`);
  if (home.exists) terminal.print(`${shown} already exists and was left unchanged${staleness(home)}.`);
  else {
    write(home, shown, () => writeTracker(home, renderTracker(home.form, home.flavour)));
    terminal.print(`Wrote ${shown}${platformOf(home)}.`);
  }
  if (drain === true) writeDrain(home, terminal);
  terminal.print(`\n${eslintLines(workspace.packages.of(join(at, 'package.json')).root, yes === true, terminal)}`);
  return EXIT.done;
}

/** The second file; it is left as it is where it is there. */
function writeDrain(home: TrackerHome, terminal: Terminal): void {
  terminal.workspace.refresh();
  const now = { ...home, exists: true };
  const place = shutdownHome(now, terminal.workspace);
  const shown = shownPath(place.path, terminal);
  if (place.exists) {
    terminal.print(
      `${shown} ${place.path === home.path ? 'has drainOnShutdown itself' : 'already exists and was left unchanged'}.`,
    );
    return;
  }
  write(place, shown, () => writeTracker(place, drainFile(now, terminal.workspace).text));
  terminal.print(`Wrote ${shown}.`);
}

/** The files of a helper that was one, written where nobody has edited it; the exit code when that is all. */
function split(home: TrackerHome, terminal: Terminal): ExitCode | undefined {
  const planned = splitOf(home, terminal.workspace);
  if (planned === undefined) return undefined;
  for (const path of planned.refused)
    terminal.warn(
      `${shownPath(path, terminal)} takes the whole helper, which drainOnShutdown is no longer in, uses what is ` +
        'another thing in the present version (CHANGELOG.md), is of another package, or cannot be parsed; ' +
        'nothing was changed: import drainOnShutdown there by its name, and run this again.',
    );
  if (planned.refused.length > 0) return EXIT.remaining;
  for (const { path, before, after } of planned.changes) {
    const shown = shownPath(path, terminal);
    write({ ...home, path }, shown, () => {
      if (before === undefined) writeTracker({ path }, after);
      else replaceFile(path, before, after);
    });
    terminal.print(`${before === undefined ? 'Wrote' : 'Updated'} ${shown}.`);
  }
  return EXIT.done;
}

function updateHelper(home: TrackerHome, shown: string, terminal: Terminal): ExitCode {
  if (!home.exists)
    throw new CannotRun(
      `There is no helper to update: run fire-task init without --update, or name the file with --helper.`,
    );
  const outcome = split(home, terminal) ?? updateFile(home, renderTracker(home.form, home.flavour), shown, terminal);
  const beside = shutdownHome(home, terminal.workspace);
  if (outcome !== EXIT.done || !beside.exists || beside.path === home.path || !TOLD_TO_STOP.has(home.flavour))
    return outcome;
  const { text } = drainFile(home, terminal.workspace);
  return updateFile(beside, text, shownPath(beside.path, terminal), terminal);
}

/** Replaces a file of the helper that nobody has edited, and shows what is different from one that was. */
function updateFile(home: TrackerHome, after: string, shown: string, terminal: Terminal): ExitCode {
  const before = readFileSync(home.path, 'utf8');
  if (normal(before) === after) {
    terminal.print(`${shown} is up to date.`);
    return EXIT.done;
  }
  const header = readTrackerHeader(before);
  if (header?.untouched === true) {
    write(home, shown, () => {
      replaceFile(home.path, before, after);
    });
    terminal.print(`Updated ${shown} from version ${header.version}${platformOf(home)}.`);
    return EXIT.done;
  }
  terminal.print(renderDiff({ path: home.path, before, after }, terminal));
  terminal.warn(
    `${shown} has been edited${header === undefined ? '' : ` since version ${header.version} wrote it`}, and ` +
      'was left unchanged: apply the changes you want from the diff above.',
  );
  return EXIT.remaining;
}

function platformOf({ flavour }: TrackerHome): string {
  return flavour === 'node' ? '' : `, for ${flavour}`;
}

/** Says so when an untouched copy could be replaced. */
function staleness({ path, form, flavour }: TrackerHome): string {
  const text = readFileSync(path, 'utf8');
  const header = readTrackerHeader(text);
  return header?.untouched === true && normal(text) !== renderTracker(form, flavour)
    ? ' (fire-task init --update replaces it with the present version)'
    : '';
}

function normal(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

function write({ path }: TrackerHome, shown: string, run: () => void): void {
  const obstacle = writeObstacle(path);
  if (obstacle !== undefined)
    throw new CannotRun(
      `${shown} cannot be written, as ${obstacle}: make it writable, or name another place with --helper.`,
    );
  try {
    clearDrafts([dirname(path)]);
    run();
  } catch (error) {
    throw new CannotRun(`${shown} cannot be written: ${sentenceOf(error)}.`);
  }
}
