import { chmodSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Terminal } from '../terminal.ts';
import type { Step } from './steps.ts';
import { writeObstacle } from '../../helper/write.ts';
import { replaceFile } from '../../project/draft.ts';
import { placeOutside, projectAround } from '../../project/inside.ts';
import { CannotRun, sentenceOf } from '../exit.ts';
import { shownPath } from '../terminal.ts';

/**
 * Looks for everything that could stop the writing halfway, before the first file is written.
 *
 * @param root - the folder of the package
 * @throws {CannotRun} with the first obstacle
 */
export function refuseStepObstacles(steps: readonly Step[], root: string, terminal: Terminal): void {
  const project = projectAround(realpathSync(root));
  for (const { change } of steps) {
    const shown = shownPath(change.path, terminal);
    const obstacle = writeObstacle(change.path);
    if (obstacle !== undefined)
      throw new CannotRun(
        `${shown} cannot be written, because ${obstacle}; nothing was changed. Make it writable and run this again.`,
      );
    const outside = placeOutside(change.path, project);
    if (outside !== undefined)
      throw new CannotRun(
        `${shown} ${outside === change.path ? 'is' : `would be at ${outside},`} outside of the project ${project}; ` +
          'nothing was changed. Put a file of the project in the place of the link.',
      );
  }
}

/** @throws {CannotRun} when a file cannot be written; those before it have been written */
export function writeStep({ change, isExecutable, then }: Step, terminal: Terminal): void {
  const { path, before, after } = change;
  const shown = shownPath(path, terminal);
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (before === undefined) writeFileSync(path, after, { flag: 'wx' });
    else replaceFile(path, before, after);
    if (isExecutable === true) chmodSync(path, 0o755);
    terminal.print(`${before === undefined ? 'Wrote' : 'Edited'} ${shown}.`);
    if (then !== undefined) {
      then.run();
      terminal.print(`Ran ${then.words}.`);
    }
  } catch (error) {
    throw new CannotRun(`${shown} cannot be written: ${sentenceOf(error)}.`);
  }
}
