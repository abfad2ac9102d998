import type { Lazy } from '../syntax/lazy.ts';
import { lazy } from '../syntax/lazy.ts';
import { hashOf } from './word-filter.ts';

/**
 * What a text contains besides a word: an expression without the flags `g` and `y`, or a function that makes it from the
 * word. A function that is the same each time saves making the expression for a question that was asked before.
 */
export type Fits = RegExp | ((word: string) => RegExp);

/** The files that contain a word, and those of them whose text also fits an expression. */
export interface Answers extends Answer {
  /** By the expression as a text. */
  readonly fitting: Map<string, Fitting>;
  readonly byFunction: Map<Fits, Fitting>;
}

/** Files by absolute paths. */
interface Answer {
  /** An artificial path for these files, by which what depends on them is recorded. */
  readonly place: string;
  readonly paths: Set<string>;
  /** Until the next correction. */
  sorted: readonly string[] | undefined;
}

interface Fitting extends Answer {
  /** Made from its text when it is needed: most of those that an earlier process saved are not. */
  readonly fits: Lazy<RegExp>;
}

/** By word. */
export type Asked = Map<string, Answers>;

/** For each word, the files that contain it, and those that fit each expression, as indexes in a list of files. */
export type SavedAnswers = readonly (readonly [
  word: string,
  files: readonly number[],
  fitting: readonly (readonly [expression: string, files: readonly number[]])[],
])[];

const WORDS = /[\w$]+/g;

/** @param root - of the package that has the files */
export function answersFor(word: string, paths: Set<string>, root: string): Answers {
  return { place: `${root}#word ${word} `, paths, sorted: undefined, fitting: new Map(), byFunction: new Map() };
}

/** The files that contain a word and whose text fits, kept for the next question. */
export function fittingAmong(
  answers: Answers,
  word: string,
  fits: Fits,
  textAt: (path: string) => string | undefined,
): Answer {
  const known = answers.byFunction.get(fits);
  if (known !== undefined) return known;
  const expression = typeof fits === 'function' ? fits(word) : fits;
  const name = String(expression);
  const fitting =
    answers.fitting.get(name) ??
    fittingOf(
      answers,
      name,
      new Set([...answers.paths].filter((path) => expression.test(textAt(path) ?? ''))),
      () => expression,
    );
  answers.fitting.set(name, fitting);
  if (typeof fits === 'function') answers.byFunction.set(fits, fitting);
  return fitting;
}

/** If two expressions have the same hash, what depends on one is only found again too often. */
function fittingOf(
  { place }: Answers,
  name: string,
  paths: Set<string>,
  fits = lazy(() => new RegExp(name.slice(1, name.lastIndexOf('/')), name.slice(name.lastIndexOf('/') + 1))),
): Fitting {
  return { place: `${place}${hashOf(name).toString(36)}`, fits, paths, sorted: undefined };
}

export function sortedPaths(answer: Answer): readonly string[] {
  return (answer.sorted ??= [...answer.paths].sort());
}

/**
 * Corrects the answers that a file's new text makes outdated.
 *
 * @param text - undefined if the file is gone
 * @param outdated - receives their places
 */
export function updateAnswers(asked: Asked, path: string, text: string | undefined, outdated: Set<string>): void {
  if (asked.size === 0) return;
  const words = new Set(text?.match(WORDS));
  for (const [word, answers] of asked) {
    const has = words.has(word);
    if (!has && !answers.paths.has(path)) continue;
    correct(answers, path, has, outdated);
    for (const fitting of answers.fitting.values())
      correct(fitting, path, has && fitting.fits().test(text ?? ''), outdated);
  }
}

function correct(answer: Answer, path: string, isIn: boolean, outdated: Set<string>): void {
  const { paths, place } = answer;
  if (paths.has(path) === isIn) return;
  if (isIn) paths.add(path);
  else paths.delete(path);
  answer.sorted = undefined;
  outdated.add(place);
}

/** @param indexOf - of a file in a list that is saved with the answers */
export function savedAnswers(asked: Asked, indexOf: (path: string) => number): SavedAnswers {
  return [...asked].map(([word, { paths, fitting }]) => [
    word,
    [...paths].map(indexOf),
    [...fitting].map(([name, { paths: fitted }]) => [name, [...fitted].map(indexOf)]),
  ]);
}

export function restoredAnswers(saved: SavedAnswers, files: readonly string[], root: string): Asked {
  const pathsOf = (indexes: readonly number[]): Set<string> => new Set(indexes.flatMap((index) => files[index] ?? []));
  return new Map(
    saved.map(([word, paths, fitting]) => {
      const answers = answersFor(word, pathsOf(paths), root);
      for (const [name, fitted] of fitting) answers.fitting.set(name, fittingOf(answers, name, pathsOf(fitted)));
      return [word, answers];
    }),
  );
}

/** Adds the answers that are missing. */
export function addAnswers(asked: Asked, others: Asked): void {
  for (const [word, answers] of others) {
    const known = asked.get(word);
    if (known === undefined) asked.set(word, answers);
    else for (const [name, each] of answers.fitting) if (!known.fitting.has(name)) known.fitting.set(name, each);
  }
}
