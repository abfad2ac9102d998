import { dirname, extname, join } from 'node:path';
import type { Source } from '../syntax/source.ts';
import type { TrackerHome } from './home.ts';
import type { Workspace } from '../project/workspace.ts';
import { renderShutdown } from './injection.ts';
import { trackerReference } from './reference.ts';

/** Whether a helper contains `drainOnShutdown` itself, as in versions before it got a separate file. */
export function drainsItself(text: string): boolean {
  return /\bdrainOnShutdown\b/.test(text);
}

/** Where a package keeps `drainOnShutdown`, or will get it: next to its helper, or in it. */
export function shutdownHome(home: TrackerHome, workspace: Workspace): TrackerHome {
  if (home.exists && drainsItself(workspace.files.textAt(home.path) ?? '')) return home;
  const path = join(dirname(home.path), `drain-on-shutdown${extname(home.path)}`);
  return { ...home, path, exists: workspace.files.textAt(path) !== undefined };
}

/**
 * The text of the file at `path`.
 *
 * @param neighbour - a file of the package, which shows how its imports are written
 */
export function shutdownText(path: string, home: TrackerHome, neighbour: Source, workspace: Workspace): string {
  const { specifier } = trackerReference(home, { ...neighbour, path }, workspace);
  return renderShutdown(home.form, home.flavour, specifier);
}
