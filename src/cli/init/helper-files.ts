import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TrackerHome } from '../../helper/home.ts';
import type { Terminal } from '../terminal.ts';
import { writeObstacle, writeTracker } from '../../helper/write.ts';
import { readTrackerHeader, renderTracker } from '../../helper/injection.ts';
import { shutdownHome } from '../../helper/shutdown-file.ts';
import { clearDrafts } from '../../project/draft.ts';
import { CannotRun, sentenceOf } from '../exit.ts';
import { drainFile } from '../init-drain.ts';
import { shownPath } from '../terminal.ts';

/** Writes a new helper file. */
export function writeHelper(home: TrackerHome, terminal: Terminal): void {
  const shown = shownPath(home.path, terminal);
  write(home, shown, () => writeTracker(home, renderTracker(home.form, home.flavour)));
  terminal.print(`Wrote ${shown}${platformOf(home)}.`);
}

/** The missing files of the helper, each with its purpose. */
export function missingFiles(home: TrackerHome, wantsDrain: boolean, { workspace }: Terminal): [string, string][] {
  const drain = wantsDrain ? shutdownHome(home, workspace) : undefined;
  return [
    ...(home.exists ? [] : [[home.path, `the helper${platformOf(home)}`] as [string, string]]),
    ...(drain === undefined || drain.exists
      ? []
      : [[drain.path, 'what waits for the tasks at shutdown'] as [string, string]]),
  ];
}

/** Writes the helper's second file; an existing one is left unchanged. */
export function writeDrain(home: TrackerHome, terminal: Terminal): void {
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

export function platformOf({ flavour }: TrackerHome): string {
  return flavour === 'node' ? '' : `, for ${flavour}`;
}

/** A note for the user if the helper is an unedited copy of another version. */
export function staleness({ path, form, flavour }: TrackerHome): string {
  const text = readFileSync(path, 'utf8');
  const header = readTrackerHeader(text);
  return header?.untouched === true && normal(text) !== renderTracker(form, flavour)
    ? ' (fire-task init --update replaces it with the present version)'
    : '';
}

/** A helper's text without its byte order mark, and with LF line endings whatever the checkout used. */
export function normal(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

/** @throws {CannotRun} with one sentence when a file of the helper cannot be written */
export function write({ path }: Pick<TrackerHome, 'path'>, shown: string, run: () => void): void {
  const obstacle = writeObstacle(path);
  if (obstacle !== undefined)
    throw new CannotRun(
      `${shown} cannot be written, because ${obstacle}: make it writable, or name another place with --helper.`,
    );
  try {
    clearDrafts([dirname(path)]);
    run();
  } catch (error) {
    throw new CannotRun(`${shown} cannot be written: ${sentenceOf(error)}.`);
  }
}
