import { basename, join } from 'node:path';
import type { Source } from '../syntax/source.ts';
import type { TrackerHome, TrackerOptions } from '../helper/home.ts';
import type { Workspace } from '../project/workspace.ts';
import { trackerHome } from '../helper/home.ts';
import { isFile } from '../project/manifest.ts';
import { isRunAsIs } from '../project/run-as-is.ts';
import { folderFor } from './helper-folder.ts';
import { importsByRequire, isModule } from './import-kind.ts';

/** Where the helper of a package is or will be written, whichever file imports it. */
export function packageHome(path: string, workspace: Workspace, asked: TrackerOptions): TrackerHome {
  const project = workspace.packages.of(path);
  const home = trackerHome(project, workspace, asked);
  if (asked.helper !== undefined || home.exists) return home;
  const place = join(folderFor(path, project, workspace), basename(home.path));
  return { ...home, path: place, exists: isFile(place) };
}

/**
 * The helper that a file can load. Node can't import TypeScript into JavaScript that runs as it is, and CommonJS has no
 * ES imports if TypeScript keeps imports as they are written. Such a file gets a helper in its own form, beside the
 * other. Helpers find each other through a symbol and share their tasks.
 */
export function helperHome(source: Source, workspace: Workspace, asked: TrackerOptions): TrackerHome {
  const home = packageHome(source.path, workspace, asked);
  if (asked.helper !== undefined) return home;
  if (isRunAsIs(source.path, workspace)) {
    if (home.form !== 'ts') return home;
    return isModule(source, workspace) ? beside(home, '.mjs', 'esm') : beside(home, '.cjs', 'cjs');
  }
  if (!/\.[cm]?tsx?$/.test(source.path)) return home;
  if (!home.exists) return importsByRequire(source, workspace) ? beside(home, '.mts', 'ts') : home;
  // The one for JavaScript may have been found first.
  const typescript = beside(home, '.ts', 'ts');
  return /\.[cm]js$/.test(home.path) && typescript.exists ? typescript : home;
}

function beside(home: TrackerHome, ending: string, form: TrackerHome['form']): TrackerHome {
  const path = home.path.replace(/\.[cm]?[jt]s$/, ending);
  return { ...home, path, form, exists: isFile(path) };
}
