import type { Catalog } from '../catalog/lookup.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { perWorkspace } from '../project/workspace.ts';

/** Whether a file with this text may hold handlers. */
interface Answer {
  readonly text: string;
  readonly answer: boolean;
}

const answersBy = perWorkspace(() => new Map<Catalog, Map<string, Answer>>());

/** The answers about files by path, each valid while the file's text stays the same. */
export function answersOf({ workspace, catalog }: Evaluation): Map<string, Answer> {
  const byCatalog = answersBy(workspace);
  const answers = byCatalog.get(catalog) ?? new Map<string, Answer>();
  byCatalog.set(catalog, answers);
  return answers;
}

/** The files that may hold handlers, and those that hold none. */
type SavedAnswers = readonly [may: readonly string[], none: readonly string[]];

/** The answers that are still valid, as plain data. */
export function savedAnswers(evaluation: Evaluation): SavedAnswers {
  const { files } = evaluation.workspace;
  const valid = [...answersOf(evaluation)].filter(([path, { text }]) => files.textAt(path) === text);
  const pathsOf = (wanted: boolean): string[] =>
    valid.filter(([, { answer }]) => answer === wanted).map(([path]) => path);
  return [pathsOf(true), pathsOf(false)];
}

/**
 * Takes over the answers of an earlier process.
 *
 * @param changed - the files whose text has changed since
 */
export function restoreAnswers([may, none]: SavedAnswers, changed: ReadonlySet<string>, evaluation: Evaluation): void {
  const { files } = evaluation.workspace;
  const answers = answersOf(evaluation);
  const restore = (answer: boolean) => (path: string) => {
    const text = changed.has(path) || answers.has(path) ? undefined : files.textAt(path);
    if (text !== undefined) answers.set(path, { text, answer });
  };
  may.forEach(restore(true));
  none.forEach(restore(false));
}
