import type { LeftOut } from '../project/package-files.ts';
import type { Workspace } from '../project/workspace.ts';
import { counted } from './terminal.ts';

/** Why code is left out, worded to follow "it is" or "3 files". */
export const LEFT_OUT_WORDS: Readonly<Record<LeftOut, string>> = {
  built: 'built from other files of the package',
  bundle: 'bundled or minified',
  ignored: 'ignored by git',
  coverage: 'of a coverage report',
};

/** How many files of some packages are left out for each reason, as `3 files ignored by git`. */
export function leftOutCounts(
  roots: readonly string[],
  read: ReadonlySet<string>,
  { listings }: Pick<Workspace, 'listings'>,
): string[] {
  const counts = new Map<LeftOut, number>();
  let tests = 0;
  for (const root of roots) {
    const listing = listings.listingOf(root);
    for (const [path, reason] of listing.leftOut)
      if (!read.has(path)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    tests += listing.tests;
  }
  return [
    ...[...counts].map(([reason, count]) => `${counted(count, 'file')} ${LEFT_OUT_WORDS[reason]}`),
    ...(tests === 0 ? [] : [`${counted(tests, 'file')} of tests`]),
  ];
}
