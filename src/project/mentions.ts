import type { Workspace } from './workspace.ts';
import type { WordFilter } from './word-filter.ts';
import { filterOf, hashOf, isWordPart, mayHold } from './word-filter.ts';
import { perWorkspace } from './workspace.ts';

/** An index of the words in the files of one package. */
interface Index {
  generation: number;
  files: ReadonlySet<string>;
  readonly texts: Map<string, Text>;
  /** For each word that was asked for, the files that contain it. Other results depend on them. */
  readonly asked: Map<string, Set<string>>;
}

interface Text {
  readonly text: string;
  /** Created when the text is first searched. */
  filter?: WordFilter;
}

const WORDS = /[\w$]+/g;

const indexesOf = perWorkspace(() => new Map<string, Index>());

/**
 * The files of the package at `root` whose text contains a word, sorted; found without parsing. The index is created on
 * demand, and only files whose text has changed are read again.
 *
 * @param word - letters, digits, `_` and `$`
 * @param reader - the file that the answer is for: results about it depend on the answer
 */
export function filesMentioning(workspace: Workspace, root: string, word: string, reader?: string): readonly string[] {
  const index = indexAt(workspace, root);
  if (reader !== undefined) workspace.changes.noteRead(reader, placeOf(root, word));
  const found = index.asked.get(word) ?? find(index, word);
  index.asked.set(word, found);
  return [...found].sort();
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

/** Updates the index, so that results that depend on an outdated answer become invalid. */
export function refreshMentions(workspace: Workspace, root: string): void {
  if (indexesOf(workspace).has(root)) indexAt(workspace, root);
}

/** The files that contain each word that was asked for, by the root of a package. */
export type SavedMentions = readonly (readonly [root: string, words: Readonly<Record<string, readonly string[]>>])[];

/** The answers so far, as plain data. */
export function savedMentions(workspace: Workspace): SavedMentions {
  return [...indexesOf(workspace)].map(([root, { asked }]) => [
    root,
    Object.fromEntries([...asked].map(([word, paths]) => [word, [...paths]])),
  ]);
}

/**
 * Takes over the answers of an earlier process, and updates those that changed files make outdated.
 *
 * @param changed - the files whose text has changed since, that came or that went
 */
export function restoreMentions(saved: SavedMentions, changed: ReadonlySet<string>, workspace: Workspace): void {
  const { changes, files, listings } = workspace;
  const indexes = indexesOf(workspace);
  for (const [root, words] of saved) {
    const asked = new Map(Object.entries(words).map(([word, paths]) => [word, new Set(paths)]));
    const listed = listings.filesOf(root);
    const outdated = new Set<string>();
    for (const path of changed) {
      if (!path.startsWith(root)) continue;
      const text = listed.has(path) ? files.textAt(path) : undefined;
      updateAnswers(asked, path, (_word, paths) => paths.has(path), text, outdated);
    }
    const known = indexes.get(root);
    if (known === undefined) indexes.set(root, indexOf(listed, asked, workspace));
    // The words that this process asked for before have answers, but not those that the other results depend on.
    else for (const [word, paths] of asked) if (!known.asked.has(word)) known.asked.set(word, paths);
    for (const word of outdated) changes.note(placeOf(root, word));
    if (known === undefined) indexAt(workspace, root);
  }
}

function indexOf(files: ReadonlySet<string>, asked: Index['asked'], workspace: Workspace): Index {
  const index = { generation: workspace.changes.generation, files, texts: new Map<string, Text>(), asked };
  for (const path of files) {
    const text = workspace.files.textAt(path);
    if (text !== undefined) index.texts.set(path, { text });
  }
  return index;
}

/** Updates every index; see `refreshMentions`. */
export function refreshAllMentions(workspace: Workspace): void {
  for (const root of indexesOf(workspace).keys()) indexAt(workspace, root);
}

/** An artificial path for the set of files that mention a word, used to record what depends on it. */
function placeOf(root: string, word: string): string {
  return `${root}#word ${word}`;
}

function indexAt(workspace: Workspace, root: string): Index {
  const { changes, files: known, listings } = workspace;
  const indexes = indexesOf(workspace);
  const files = listings.filesOf(root);
  const index = indexes.get(root) ?? {
    generation: -1,
    files: new Set(),
    texts: new Map<string, Text>(),
    asked: new Map<string, Set<string>>(),
  };
  indexes.set(root, index);
  if (index.files === files && index.generation === changes.generation) return index;
  const changed = new Set<string>();
  for (const path of index.files) if (!files.has(path)) update(index, path, undefined, changed);
  for (const path of files) update(index, path, known.textAt(path), changed);
  index.files = files;
  for (const word of changed) changes.note(placeOf(root, word));
  index.generation = changes.generation;
  return index;
}

/**
 * Replaces the words of a file's former text by those of its new text.
 *
 * @param changed - receives the words asked for whose answer has changed
 */
function update({ texts, asked }: Index, path: string, text: string | undefined, changed: Set<string>): void {
  const before = texts.get(path)?.text;
  if (before === text) return;
  const had = wordsOf(asked.size === 0 ? undefined : before);
  updateAnswers(asked, path, (word) => had.has(word), text, changed);
  if (text === undefined) texts.delete(path);
  else texts.set(path, { text });
}

/** Corrects the answers that a file's new text makes outdated, and adds their words to `changed`. */
function updateAnswers(
  asked: Index['asked'],
  path: string,
  had: (word: string, paths: ReadonlySet<string>) => boolean,
  text: string | undefined,
  changed: Set<string>,
): void {
  if (asked.size === 0) return;
  const has = wordsOf(text);
  for (const [word, files] of asked) {
    if (had(word, files) === has.has(word)) continue;
    changed.add(word);
    if (has.has(word)) files.add(path);
    else files.delete(path);
  }
}

function wordsOf(text: string | undefined): ReadonlySet<string> {
  return new Set(text?.match(WORDS));
}

/** Whether a text contains a word on its own, not as part of a longer word. */
function holds(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isWordPart(text.charCodeAt(at - 1)) && !isWordPart(text.charCodeAt(at + word.length))) return true;
  return false;
}
