import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Workspace } from '../project/workspace.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Analysis, ConfiguredAnalysis } from './analysis.ts';
import type { Terminal } from './terminal.ts';
import { areOriginsKnown } from '../findings/origins.ts';
import { setUp } from '../findings/setup.ts';
import { holdsHandlers } from '../reach/index.ts';
import { addTo } from '../syntax/grouping.ts';
import { leftOutCounts } from './left-out.ts';
import { lostImports } from './lost-imports.ts';
import { counted, shownPath } from './terminal.ts';

/**
 * Remarks that accompany the findings, so that silence does not look like clean code: where the rule is off, which code
 * was left out and why, where most imports don't resolve, and where no handler was found although there should be some.
 * One sentence each, the same in every format and in `migrate --check`.
 *
 * @param paths - as the user named them
 * @param files - found at these paths
 * @param which - `faults`: without the counts of what is left out, which is usually as it should be
 */
export function remarksOn(
  paths: readonly string[],
  files: readonly string[],
  { analysisOf, remarks }: ConfiguredAnalysis,
  terminal: Terminal,
  which: 'all' | 'faults' = 'all',
): string[] {
  const { cwd, workspace } = terminal;
  const named = paths.map((path) => realpathSync(resolve(cwd, path)));
  const byRoot = new Map<string, string[]>();
  for (const path of files) addTo(byRoot, workspace.packages.of(path).root, path);
  const unread = unreadPackages(named, [...byRoot.keys()], workspace);
  return [
    ...remarks,
    ...ruleOff(files, analysisOf),
    ...(which === 'all' ? leftOut([...byRoot.keys(), ...unread], new Set(files), workspace) : []),
    ...unread.map((root) => `No code of ${shownPath(root, terminal)} is checked: all of it is left out.`),
    ...[...byRoot].flatMap(([root, own]) => {
      const planOptions = own.map(analysisOf).find((each) => each !== undefined);
      if (planOptions === undefined) return [];
      const { options, evaluation } = setUp(workspace, planOptions.rule, planOptions.settings);
      const place = relative(cwd, root) === '' ? 'this package' : shownPath(root, terminal);
      // A file that loses nothing is clean, whoever runs it. Then nothing asked for the handlers, and finding them takes
      // longer than checking a few files.
      const isClean =
        which === 'all' && own.every((path) => named.includes(path) && !areOriginsKnown(path, evaluation, options));
      return [
        ...lostImports(own, place, evaluation),
        ...(options.reach === 'all' || isClean ? [] : missingHandlers(root, own, place, evaluation)),
      ];
    }),
  ];
}

/** Files that are not checked, because ESLint would not check them either. */
function ruleOff(files: readonly string[], analysisOf: Analysis['analysisOf']): string[] {
  const off = files.filter((path) => analysisOf(path) === undefined).length;
  if (off === 0) return [];
  const what = off === files.length ? 'No file was checked' : `Skipped ${counted(off, 'file')}`;
  const where = off === 1 ? 'that file' : off === files.length ? `all ${off.toString()} files` : 'those files';
  return [
    `${what}: the ESLint configuration turns the rule off in ${where}, or ESLint ignores ` +
      `${off === 1 ? 'it' : 'them'}. Use --no-eslint-config to check anyway.`,
  ];
}

/** Packages in the named folders that have code, but none that is read. */
function unreadPackages(folders: readonly string[], read: readonly string[], workspace: Workspace): string[] {
  const isNamed = (root: string): boolean => folders.some((folder) => `${root}${sep}`.startsWith(`${folder}${sep}`));
  const groups = new Set(folders.map((folder) => workspace.groups.of(`${folder}${sep}any.js`)));
  return [...groups]
    .flatMap(({ packages }) => packages.map(({ root }) => root))
    .filter((root) => isNamed(root) && !read.includes(root))
    .filter((root) => {
      const { files, leftOut: passed } = workspace.listings.listingOf(root);
      return files.size === 0 && passed.size > 0;
    });
}

function leftOut(roots: readonly string[], read: ReadonlySet<string>, workspace: Workspace): string[] {
  const parts = leftOutCounts(roots, read, workspace);
  return parts.length === 0 ? [] : [`Left out: ${parts.join(', ')}.`];
}

/**
 * @param files - the files of the package that are read; the listing may leave some out, and they may contain all its
 *   handlers
 */
function missingHandlers(root: string, files: readonly string[], place: string, evaluation: Evaluation): string[] {
  const { workspace, catalog } = evaluation;
  const { manifest } = workspace.packages.of(`${root}${sep}any.js`);
  const framework = [...manifest.dependencies].find((name) => catalog.serverPackages.has(name));
  if (framework === undefined) return [];
  const units = new Set([root, ...files.map((path) => workspace.listings.unitOf(path))]);
  // Code that only another package's handlers run is checked as theirs.
  const users = workspace.groups.of(`${root}${sep}any.js`).dependentsOf(root);
  return [...units, ...users].some((unit) => holdsHandlers(unit, evaluation))
    ? []
    : [`No handler was found in ${place}, although it depends on ${framework}, so nothing is checked there.`];
}
