import type { Answers, Asked, Fits, SavedAnswers } from './mention-answers.ts';
import type { Workspace } from './workspace.ts';
import type { WordFilter } from './word-filter.ts';
import {
  addAnswers,
  answersFor,
  fittingAmong,
  restoredAnswers,
  savedAnswers,
  sortedPaths,
  updateAnswers,
} from './mention-answers.ts';
import { filterOf, hashOf, isWordPart, mayHold } from './word-filter.ts';
import { perWorkspace } from './workspace.ts';

/** An index of the words in the files of one package. */
interface Index {
  generation: number;
  files: ReadonlySet<string>;
  readonly texts: Map<string, Text>;
  /** Other results depend on these answers. */
  readonly asked: Asked;
}

interface Text {
  readonly text: string;
  /** Created when the text is first searched. */
  filter?: WordFilter;
}

const indexesOf = perWorkspace(() => new Map<string, Index>());

/**
 * The files of the package at `root` whose text contains a word, sorted; found without parsing. The index is created on
 * demand, and only files whose text has changed are read again.
 *
 * @param word - letters, digits, `_` and `$`
 */
export function filesMentioning(workspace: Workspace, root: string, word: string): readonly string[] {
  const answers = answersTo(word, root, indexAt(workspace, root));
  workspace.changes.reads.note(answers.place);
  return sortedPaths(answers);
}

/** The same, for files whose text also fits an expression. */
export function filesFitting(workspace: Workspace, root: string, word: string, fits: Fits): readonly string[] {
  const index = indexAt(workspace, root);
  const answer = fittingAmong(answersTo(word, root, index), word, fits, (path) => index.texts.get(path)?.text);
  workspace.changes.reads.note(answer.place);
  return sortedPaths(answer);
}

function answersTo(word: string, root: string, index: Index): Answers {
  const known = index.asked.get(word) ?? answersFor(word, find(index, word), root);
  index.asked.set(word, known);
  return known;
}

function find(index: Index, word: string): Set<string> {
  const found = new Set<string>();
  if (!/^[\w$]+$/.test(word)) return found;
  const hash = hashOf(word);
  for (const [path, known] of index.texts) {
    known.filter ??= filterOf(known.text);
    if (mayHold(known.filter, hash) && holds(known.text, word)) found.add(path);
  }
  return found;
}

/** Whether a text contains a word on its own, not as part of a longer word. */
function holds(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isWordPart(text.charCodeAt(at - 1)) && !isWordPart(text.charCodeAt(at + word.length))) return true;
  return false;
}

/** Updates the index, so that results that depend on an outdated answer become invalid. */
export function refreshMentions(workspace: Workspace, root: string): void {
  if (indexesOf(workspace).has(root)) indexAt(workspace, root);
}

/** Updates every index; see `refreshMentions`. */
export function refreshAllMentions(workspace: Workspace): void {
  for (const root of indexesOf(workspace).keys()) indexAt(workspace, root);
}

/** What was asked so far about the files of each package, with the answers. */
export type SavedMentions = readonly (readonly [root: string, files: readonly string[], answers: SavedAnswers])[];

/** The answers so far, as plain data. */
export function savedMentions(workspace: Workspace): SavedMentions {
  return [...indexesOf(workspace)].map(([root, { asked, files }]) => {
    const indexes = new Map([...files].map((path, index) => [path, index]));
    return [root, [...files], savedAnswers(asked, (path) => indexes.get(path) ?? -1)];
  });
}

/**
 * Takes over the answers of an earlier process, and updates those that changed files make outdated.
 *
 * @param changed - the files whose text has changed since, that came or that went
 */
export function restoreMentions(saved: SavedMentions, changed: ReadonlySet<string>, workspace: Workspace): void {
  const { changes, files, listings } = workspace;
  const indexes = indexesOf(workspace);
  for (const [root, paths, answers] of saved) {
    const asked = restoredAnswers(answers, paths, root);
    const listed = listings.filesOf(root);
    const outdated = new Set<string>();
    for (const path of changed)
      if (path.startsWith(root))
        updateAnswers(asked, path, listed.has(path) ? files.textAt(path) : undefined, outdated);
    const known = indexes.get(root);
    if (known === undefined) indexes.set(root, indexOf(listed, asked, workspace));
    // The words that this process asked for before have answers, but not those that the other results depend on.
    else addAnswers(known.asked, asked);
    for (const place of outdated) changes.note(place);
    if (known === undefined) indexAt(workspace, root);
  }
}

function indexOf(files: ReadonlySet<string>, asked: Asked, workspace: Workspace): Index {
  const index = { generation: workspace.changes.generation, files, texts: new Map<string, Text>(), asked };
  for (const path of files) {
    const text = workspace.files.textAt(path);
    if (text !== undefined) index.texts.set(path, { text });
  }
  return index;
}

function indexAt(workspace: Workspace, root: string): Index {
  const { changes, files: known, listings } = workspace;
  const indexes = indexesOf(workspace);
  const files = listings.filesOf(root);
  const index = indexes.get(root) ?? { generation: -1, files: new Set(), texts: new Map(), asked: new Map() };
  indexes.set(root, index);
  if (index.files === files && index.generation === changes.generation) return index;
  const outdated = new Set<string>();
  // Answers depend on which files a search finds, not on all texts that were searched.
  changes.reads.apart(() => {
    for (const path of index.files) if (!files.has(path)) update(index, path, undefined, outdated);
    for (const path of files) update(index, path, known.textAt(path), outdated);
  });
  index.files = files;
  for (const place of outdated) changes.note(place);
  index.generation = changes.generation;
  return index;
}

/** Replaces a file's former text. */
function update({ texts, asked }: Index, path: string, text: string | undefined, outdated: Set<string>): void {
  if (texts.get(path)?.text === text) return;
  updateAnswers(asked, path, text, outdated);
  if (text === undefined) texts.delete(path);
  else texts.set(path, { text });
}
