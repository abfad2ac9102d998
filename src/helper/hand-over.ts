import type { Workspace } from '../project/workspace.ts';
import { perListing } from '../project/per-listing.ts';
import { lastName } from '../syntax/call.ts';
import { outlineOf } from '../syntax/walk.ts';

const CONFIGURES = /\bconfigureTasks\s*\(\s*\{[^}]*\bwaitUntil\b/;

/** Whether a package's code hands each task to the platform: `configureTasks({ waitUntil })`. */
export const handsOverByCode = perListing((_root, files, workspace): boolean =>
  [...files].some((path) => CONFIGURES.test(workspace.files.textAt(path) ?? '') && configures(path, workspace)),
);

/** Whether a file calls `configureTasks`. Comments and declarations may also look like a call. */
function configures(path: string, workspace: Workspace): boolean {
  const source = workspace.files.sourceAt(path);
  return source !== undefined && outlineOf(source).calls.some((call) => lastName(call) === 'configureTasks');
}
