import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ExitCode } from './exit.ts';
import type { TrackerHome } from '../project/tracker-home.ts';
import type { Terminal } from './terminal.ts';
import { refreshProject } from '../project/listing.ts';
import { packageOf } from '../project/package.ts';
import { isTaken, trackerHome, writeObstacle, writeTracker } from '../project/tracker-home.ts';
import { renderTracker } from '../rewriting/injection.ts';
import { CannotRun, EXIT, sentenceOf } from './exit.ts';
import { helperPath } from './helper-path.ts';
import { shownPath } from './terminal.ts';

export interface InitFlags {
  readonly helper?: string;
}

const CONFIG = `Add the rule to eslint.config.js:

  import fireTask from 'eslint-plugin-fire-task';

  export default [
    fireTask.configs.recommended,
  ];`;

/** `fire-task init`: writes the helper alone, and prints the ESLint config to add. A helper that is there is left as it is. */
export function init(folder: string, { helper }: InitFlags, terminal: Terminal): ExitCode {
  const at = resolve(terminal.cwd, folder);
  if (statSync(at, { throwIfNoEntry: false })?.isDirectory() !== true) throw new CannotRun(`${folder} is not a folder: name a folder of the package.`);
  refreshProject();
  const home = trackerHome(packageOf(join(at, 'package.json')), helperPath(helper, terminal));
  const shown = shownPath(home.path, terminal);
  if (isTaken(home)) throw new CannotRun(`${shown} is another file, which exports no fireTask: rename it, or name another place with --helper.`);
  if (home.exists) terminal.print(`${shown} is there already and was left as it is.`);
  else {
    const obstacle = writeObstacle(home.path);
    if (obstacle !== undefined) throw new CannotRun(`${shown} cannot be written, as ${obstacle}: make it writable, or name another place with --helper.`);
    write(home, shown);
    terminal.print(`Wrote ${shown}.`);
  }
  terminal.print(`\n${CONFIG}`);
  return EXIT.done;
}

function write(home: TrackerHome, shown: string): void {
  try {
    writeTracker(home, renderTracker(home.form));
  } catch (error) {
    throw new CannotRun(`${shown} cannot be written: ${sentenceOf(error)}.`);
  }
}
