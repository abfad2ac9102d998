import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ExitCode } from './exit.ts';
import type { Flavour } from '../helper/flavour.ts';
import type { TrackerHome } from '../helper/home.ts';
import type { Terminal } from './terminal.ts';
import { clearDrafts, replaceFile } from '../project/draft.ts';
import { isTaken, trackerHome, writeObstacle, writeTracker } from '../helper/home.ts';
import { readTrackerHeader, renderTracker } from '../helper/injection.ts';
import { renderDiff } from './diff.ts';
import { CannotRun, EXIT, sentenceOf } from './exit.ts';
import { refuseOutside } from './guards.ts';
import { helperPath } from './helper-path.ts';
import { shownPath } from './terminal.ts';

export interface InitFlags {
  readonly helper?: string;
  readonly flavour?: Flavour;
  readonly update?: boolean;
}

const CONFIG = `Add the rule to eslint.config.js:

  import fireTask from 'eslint-plugin-fire-task';

  export default [
    fireTask.configs.recommended,
  ];`;

/**
 * `fire-task init`: writes the helper alone, and prints the ESLint config to add. A helper that is there is left as it
 * is; with `--update`
 * it is replaced when nobody has edited it, and otherwise the difference is shown (exit code 1).
 */
export function init(folder: string, { helper, flavour, update }: InitFlags, terminal: Terminal): ExitCode {
  const at = resolve(terminal.cwd, folder);
  if (statSync(at, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CannotRun(`${folder} is not a folder: name a folder of the package.`);
  const { workspace } = terminal;
  workspace.refresh();
  const path = helperPath(helper, terminal);
  const home = trackerHome(workspace.packages.of(join(at, 'package.json')), workspace, {
    ...(path !== undefined && { helper: path }),
    ...(flavour !== undefined && { flavour }),
  });
  const shown = shownPath(home.path, terminal);
  refuseOutside(home, at, terminal);
  if (isTaken(home, workspace))
    throw new CannotRun(
      `${shown} is another file, which exports no fireTask: rename it, or name another place with --helper.`,
    );
  if (update === true) return updateHelper(flavour === undefined ? home : { ...home, flavour }, shown, terminal);
  if (home.exists) terminal.print(`${shown} is there already and was left as it is${staleness(home)}.`);
  else {
    write(home, shown, () => writeTracker(home, renderTracker(home.form, home.flavour)));
    terminal.print(`Wrote ${shown}${platformOf(home)}.`);
  }
  terminal.print(`\n${CONFIG}`);
  return EXIT.done;
}

function updateHelper(home: TrackerHome, shown: string, terminal: Terminal): ExitCode {
  if (!home.exists)
    throw new CannotRun(
      `There is no helper to update: run fire-task init without --update, or name the file with --helper.`,
    );
  const before = readFileSync(home.path, 'utf8');
  const after = renderTracker(home.form, home.flavour);
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
      'was left as it is: take over from the difference above what you want.',
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
