import type { Workspace } from '../project/workspace.ts';
import { perListing } from '../project/per-listing.ts';
import { relativeImportsOf } from '../project/relative-imports.ts';
import { lastName } from '../syntax/call.ts';
import { outlineOf } from '../syntax/walk.ts';

const CONFIGURES = /\bconfigureTasks\s*\(\s*\{[^}]*\bwaitUntil\b/;
const WRAPS = /\bwithTasks\s*\(/;

/** What the code of a package does so that tasks outlive the answer. */
interface HandOvers {
  /** Each task is handed to the platform: `configureTasks({ waitUntil })`. */
  readonly ofAll: boolean;
  /** The files whose handlers may be in `withTasks(…)`, which waits for their tasks. */
  readonly waiting: ReadonlySet<string>;
}

/** A handler may be wrapped in its own file, in one that imports it, or by a wrapper that its file imports. */
const handOversIn = perListing((_root, files, workspace): HandOvers => {
  const calling = (name: string, pattern: RegExp): string[] =>
    [...files].filter((path) => pattern.test(workspace.files.textAt(path) ?? '') && calls(name, path, workspace));
  const wrapping = new Set(calling('withTasks', WRAPS));
  const around =
    wrapping.size === 0
      ? []
      : [...files].flatMap((path) => {
          const imports = relativeImportsOf(path, workspace);
          return wrapping.has(path) ? imports : imports.some((target) => wrapping.has(target)) ? [path] : [];
        });
  return { ofAll: calling('configureTasks', CONFIGURES).length > 0, waiting: new Set([...wrapping, ...around]) };
});

/** Whether a file calls a function of the helper. Comments and declarations may also look like a call. */
function calls(name: string, path: string, workspace: Workspace): boolean {
  const source = workspace.files.sourceAt(path);
  return source !== undefined && outlineOf(source).calls.some((call) => lastName(call) === name);
}

/**
 * Whether a package's code lets tasks outlive the answer of a handler.
 *
 * @param handlerFile - the file of the handler; undefined if another file's handlers run the code, whichever they are
 */
export function handsOverByCode(root: string, handlerFile: string | undefined, workspace: Workspace): boolean {
  const { ofAll, waiting } = handOversIn(root, workspace);
  return ofAll || (handlerFile === undefined ? waiting.size > 0 : waiting.has(handlerFile));
}
