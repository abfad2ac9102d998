import { join } from 'node:path';
import type { Tracker } from '../findings/options.ts';
import type { TrackerHome, TrackerOptions } from '../helper/home.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Source } from '../syntax/source.ts';
import type { FileReference } from './import.ts';
import { trackerHome } from '../helper/home.ts';
import { packagedTracker, trackerReference } from '../helper/reference.ts';
import { helperHome } from './helper-home.ts';
import { importsByRequire } from './import-kind.ts';
import { withDenoEnding } from './deno-ending.ts';

/** The tracker of a file, whose rewrites import it. */
export interface FileTracker {
  /** How the file refers to it; called only if something is rewritten. */
  readonly reference: () => FileReference;
  /** Absolute path of the file it is in; undefined if it is in a package. */
  readonly path?: string;
  /** Where the injected helper is or will be written; undefined for the user's own tracker. */
  readonly home?: TrackerHome;
}

/** The package's helper, or the tracker that the rule's options name. */
export function trackerFor(
  source: Source,
  workspace: Workspace,
  { name, module }: Tracker,
  asked: TrackerOptions = {},
): FileTracker {
  const project = workspace.packages.of(source.path);
  if (module === undefined) {
    const home = helperHome(source, workspace, asked);
    return { reference: () => referenceTo(home, source, workspace, name), path: home.path, home };
  }
  if (!module.startsWith('.')) return { reference: () => packagedTracker(module, name, source, workspace) };
  const home = trackerHome(project, workspace, { helper: join(project.root, module) });
  return { reference: () => referenceTo(home, source, workspace, name), path: home.path };
}

function referenceTo(home: TrackerHome, source: Source, workspace: Workspace, name: string): FileReference {
  return {
    ...withDenoEnding(trackerReference(home, source, workspace, name), home, source, workspace),
    byRequire: importsByRequire(source, workspace),
  };
}
