import { readFileSync } from 'node:fs';
import type { TrackerHome } from '../../helper/home.ts';
import type { ExitCode } from '../exit.ts';
import type { Terminal } from '../terminal.ts';
import { TOLD_TO_STOP } from '../../helper/flavour.ts';
import { writeTracker } from '../../helper/write.ts';
import { readTrackerHeader, renderTracker } from '../../helper/injection.ts';
import { shutdownHome } from '../../helper/shutdown-file.ts';
import { replaceFile } from '../../project/draft.ts';
import { renderDiff } from '../diff.ts';
import { CannotRun, EXIT } from '../exit.ts';
import { drainFile, splitOf } from '../init-drain.ts';
import { shownPath } from '../terminal.ts';
import { normal, platformOf, write } from './helper-files.ts';

/** Splits an unedited one-file helper in two. Returns the exit code if there was one to split. */
function split(home: TrackerHome, terminal: Terminal): ExitCode | undefined {
  const planned = splitOf(home, terminal.workspace);
  if (planned === undefined) return undefined;
  for (const path of planned.refused)
    terminal.warn(
      `${shownPath(path, terminal)} imports the whole helper, uses something that this version changed ` +
        '(CHANGELOG.md), belongs to another package, or cannot be parsed; ' +
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

/** `fire-task init --update`: replaces an unedited helper, and shows how an edited one differs. */
export function updateHelper(home: TrackerHome, shown: string, terminal: Terminal): ExitCode {
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

/** Replaces an unedited file of the helper, and shows how an edited one differs. */
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
