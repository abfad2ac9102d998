import { readFileSync } from 'node:fs';
import type { FileChange } from './diff.ts';
import type { TrackerHome } from '../helper/home.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Workspace } from '../project/workspace.ts';
import { readTrackerHeader, renderTracker } from '../helper/injection.ts';
import { trackerReference } from '../helper/reference.ts';
import { drainsItself, shutdownHome, shutdownText } from '../helper/shutdown-file.ts';
import { withMarkOf } from '../project/encoding.ts';
import { splitImports } from '../rewriting/drain/split-imports.ts';
import { applyEdits } from '../rewriting/edit.ts';
import { isParseFailure, parse } from '../syntax/parse.ts';
import { someIn } from '../syntax/walk.ts';

/** The second file of a package's helper, as this version would write it. */
export function drainFile(home: TrackerHome, workspace: Workspace): { readonly path: string; readonly text: string } {
  const { path } = shutdownHome({ ...home, exists: false }, workspace);
  return { path, text: shutdownText(path, home, neighbourOf(home, workspace), workspace) };
}

/** A file of the package that imports another of its files: its import shows the style to use. */
function neighbourOf(home: TrackerHome, workspace: Workspace): Source {
  const files = [...workspace.listings.filesOf(workspace.packages.of(home.path).root)];
  const importing = files.find((path) => /(?:from|require\()\s*['"]\.{1,2}\//.test(workspace.files.textAt(path) ?? ''));
  const source = importing === undefined ? undefined : workspace.files.sourceAt(importing);
  const empty = parse(home.path, '');
  if (source !== undefined) return source;
  if (isParseFailure(empty)) throw new Error('an empty file does not parse');
  return empty;
}

/** The changes that split an unedited one-file helper in two; `refused` lists files that cannot be changed. */
export interface Split {
  readonly changes: readonly FileChange[];
  readonly refused: readonly string[];
}

/**
 * Plans the split of a one-file helper, which contains `drainOnShutdown`, into two files.
 *
 * @returns undefined when the helper has no such function, or was edited
 */
export function splitOf(home: TrackerHome, workspace: Workspace): Split | undefined {
  if (!home.exists) return undefined;
  const before = readFileSync(home.path, 'utf8');
  const after = renderTracker(home.form, home.flavour);
  if (!drainsItself(before) || readTrackerHeader(before)?.untouched !== true) return undefined;
  const beside = drainFile(home, workspace);
  const files = [...workspace.listings.filesOf(workspace.packages.of(home.path).root)];
  const others = files.filter((path) => path !== home.path);
  const textOf = (path: string): string => workspace.files.textAt(path) ?? '';
  const own = others.filter((path) => drainsItself(textOf(path)));
  const users = own.length === 0 ? [] : others.filter((path) => own.includes(path) || /export\s*\*/.test(textOf(path)));
  const changes: FileChange[] = [];
  const refused = importedElsewhere(home, workspace);
  for (const path of users) {
    const source = workspace.files.sourceAt(path);
    if (source === undefined) {
      refused.push(path);
      continue;
    }
    const second = trackerReference({ ...home, path: beside.path }, source, workspace, 'drainOnShutdown');
    const edits = splitImports(source, trackerReference(home, source, workspace), second.specifier);
    // A name without an import from the helper may come through a file that re-exports everything.
    if (edits === undefined || (edits.length === 0 && someIn(source.ast, isDrain))) refused.push(path);
    if (edits === undefined || edits.length === 0) continue;
    const text = readFileSync(path, 'utf8');
    changes.push({ path, before: text, after: withMarkOf(text, applyEdits(source.text, edits)) });
  }
  return {
    changes: [
      ...(changes.length > 0 ? [{ path: beside.path, before: undefined, after: beside.text }] : []),
      { path: home.path, before, after },
      ...changes,
    ],
    refused,
  };
}

function isDrain(node: Node): boolean {
  return node.type === 'Identifier' && node.name === 'drainOnShutdown';
}

/** Files of other packages of the workspace that import `drainOnShutdown` from the helper. */
function importedElsewhere(home: TrackerHome, workspace: Workspace): string[] {
  const { files, groups, listings, packages } = workspace;
  const { root } = packages.of(home.path);
  return groups
    .of(home.path)
    .packages.filter((each) => each.root !== root)
    .flatMap((each) => [...listings.filesOf(each.root)])
    .filter((path) => {
      const source = drainsItself(files.textAt(path) ?? '') ? files.sourceAt(path) : undefined;
      return source !== undefined && splitImports(source, trackerReference(home, source, workspace), '')?.length !== 0;
    });
}
