/** The files that contain a word, and those of them whose text also fits an expression, by absolute paths. */
export interface Answers {
  readonly paths: Set<string>;
  /** By the expression as a text. */
  readonly fitting: Map<string, Fitting>;
}

interface Fitting {
  readonly fits: RegExp;
  readonly paths: Set<string>;
}

/** By word. */
export type Asked = Map<string, Answers>;

/** For each word, the files that contain it, and those that fit each expression, as indexes in a list of files. */
export type SavedAnswers = readonly (readonly [
  word: string,
  files: readonly number[],
  fitting: readonly (readonly [source: string, flags: string, files: readonly number[]])[],
])[];

const WORDS = /[\w$]+/g;

/**
 * The files among `paths` whose text fits, kept for the next question.
 *
 * @param fits - without the flags `g` and `y`
 */
export function fittingAmong(
  { paths, fitting }: Answers,
  fits: RegExp,
  textAt: (path: string) => string | undefined,
): ReadonlySet<string> {
  const name = String(fits);
  const known = fitting.get(name) ?? {
    fits,
    paths: new Set([...paths].filter((path) => fits.test(textAt(path) ?? ''))),
  };
  fitting.set(name, known);
  return known.paths;
}

/**
 * An artificial path for the files of a package that mention a word, and fit an expression if there is one. It is used
 * to record what depends on this set.
 */
export function answerPlace(root: string, word: string, fits?: RegExp): string {
  return `${root}#word ${word} ${fits === undefined ? '' : String(fits)}`;
}

/**
 * Corrects the answers that a file's new text makes outdated.
 *
 * @param text - undefined if the file is gone
 * @param outdated - receives their places
 */
export function updateAnswers(
  asked: Asked,
  root: string,
  path: string,
  text: string | undefined,
  outdated: Set<string>,
): void {
  if (asked.size === 0) return;
  const words = new Set(text?.match(WORDS));
  for (const [word, { paths, fitting }] of asked) {
    const has = words.has(word);
    if (!has && !paths.has(path)) continue;
    if (isCorrected(paths, path, has)) outdated.add(answerPlace(root, word));
    for (const { fits, paths: fitted } of fitting.values())
      if (isCorrected(fitted, path, has && fits.test(text ?? ''))) outdated.add(answerPlace(root, word, fits));
  }
}

function isCorrected(paths: Set<string>, path: string, isIn: boolean): boolean {
  if (paths.has(path) === isIn) return false;
  if (isIn) paths.add(path);
  else paths.delete(path);
  return true;
}

/** @param indexOf - of a file in a list that is saved with the answers */
export function savedAnswers(asked: Asked, indexOf: (path: string) => number): SavedAnswers {
  return [...asked].map(([word, { paths, fitting }]) => [
    word,
    [...paths].map(indexOf),
    [...fitting.values()].map(({ fits, paths: fitted }) => [fits.source, fits.flags, [...fitted].map(indexOf)]),
  ]);
}

export function restoredAnswers(saved: SavedAnswers, files: readonly string[]): Asked {
  const pathsOf = (indexes: readonly number[]): Set<string> => new Set(indexes.flatMap((index) => files[index] ?? []));
  return new Map(
    saved.map(([word, paths, fitting]) => [
      word,
      {
        paths: pathsOf(paths),
        fitting: new Map(
          fitting.map(([source, flags, fitted]) => {
            const fits = new RegExp(source, flags);
            return [String(fits), { fits, paths: pathsOf(fitted) }];
          }),
        ),
      },
    ]),
  );
}

/** Adds the answers that are missing. */
export function addAnswers(asked: Asked, others: Asked): void {
  for (const [word, { paths, fitting }] of others) {
    const known = asked.get(word);
    if (known === undefined) asked.set(word, { paths, fitting });
    else for (const [name, each] of fitting) if (!known.fitting.has(name)) known.fitting.set(name, each);
  }
}
