import type { Changes, Found } from '../project/changes.ts';
import type { ReadingAt, ReadingsToSave } from '../project/saved-readings.ts';

/** What was found in each of some files of a package, by path. Each answer is valid until what was read for it changes. */
export type FoundInFiles<Answer> = ReadonlyMap<string, Found<Answer>>;

/**
 * What is found in each file. Answers that are still valid are kept. Whoever asks depends on an artificial place for the
 * result, and not on all that is read.
 *
 * @param before - what was known
 */
export function findInFiles<Answer>(
  paths: () => readonly string[],
  before: FoundInFiles<Answer> | undefined,
  find: (path: string) => Answer,
  changes: Changes,
): FoundInFiles<Answer> {
  const foundIn = (path: string): Found<Answer> => {
    const known = before?.get(path);
    return known !== undefined && changes.holds(known) ? known : changes.find(() => find(path));
  };
  return changes.reads.apart(() => new Map(paths().map((path) => [path, foundIn(path)])));
}

/** By the root of a package, then by path: what was found as plain data, and the number of its reading. */
export type SavedInPackages<Plain> = readonly (readonly [
  root: string,
  inFiles: readonly (readonly [path: string, found: Plain, reading: number])[],
])[];

/** @param plainOf - returns an answer as plain data */
export function savedInPackages<Answer, Plain>(
  packages: ReadonlyMap<string, { readonly byFile: FoundInFiles<Answer> }>,
  plainOf: (answer: Answer) => Plain,
  readings: ReadingsToSave,
): SavedInPackages<Plain> {
  return [...packages].map(([root, { byFile }]) => [
    root,
    [...byFile].map(([path, { answer, reading }]) => [path, plainOf(answer), readings.add(reading)]),
  ]);
}

/** @param answerOf - returns the answer for a path, from what was saved of it */
export function restoredInFiles<Answer, Plain>(
  [, inFiles]: SavedInPackages<Plain>[number],
  answerOf: (path: string, plain: Plain) => Answer,
  readingAt: ReadingAt,
  { generation }: Changes,
): FoundInFiles<Answer> {
  return new Map(
    inFiles.map(([path, plain, reading]) => [
      path,
      { answer: answerOf(path, plain), reading: readingAt(reading), generation },
    ]),
  );
}
