import type { Workspace } from './workspace.ts';
import { perWorkspace } from './workspace.ts';

/** What is known of the words of the files of one package. */
interface Index {
  generation: number;
  files: ReadonlySet<string>;
  readonly texts: Map<string, string | undefined>;
  /** For the words that were asked for, in which files they stand: what others depend on. */
  readonly asked: Map<string, Set<string>>;
  /** The same for all words; made once so many are asked for that looking for each costs more. */
  byWord: Map<string, Set<string>> | undefined;
}

/** For so many words the texts are searched, one after the other; all words of a text take as long as about a hundred. */
const MOST_SEARCHES = 32;
const WORDS = /[\w$]+/g;

const indexesOf = perWorkspace(() => new Map<string, Index>());

/**
 * The files of the package at `root` in whose text a word stands, in the order of the listing; found without parsing.
 * The index is made at the first question, and only files whose text is different are read again.
 *
 * @param word - letters, digits, `_` and `$`
 * @param reader - the file for which it is asked: what is known of it changes when the answer does
 */
export function filesMentioning(workspace: Workspace, root: string, word: string, reader?: string): readonly string[] {
  const index = indexAt(workspace, root);
  if (reader !== undefined) workspace.changes.noteRead(reader, placeOf(root, word));
  const found = index.asked.get(word) ?? find(index, word);
  index.asked.set(word, found);
  return [...found].sort();
}

function find(index: Index, word: string): Set<string> {
  if (index.byWord === undefined && index.asked.size >= MOST_SEARCHES) {
    index.byWord = new Map();
    for (const [path, text] of index.texts) for (const each of wordsOf(text)) addTo(index.byWord, each, path);
  }
  if (index.byWord !== undefined) return index.byWord.get(word) ?? new Set();
  if (!/^[\w$]+$/.test(word)) return new Set();
  return new Set([...index.texts].flatMap(([path, text]) => (holds(text, word) ? [path] : [])));
}

/** Looks whether the files that were asked for are still the same, before anything is believed that was made with them. */
export function refreshMentions(workspace: Workspace, root: string): void {
  if (indexesOf(workspace).has(root)) indexAt(workspace, root);
}

/** Stands for the files that mention a word among the files that others lead into. */
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
    texts: new Map<string, string | undefined>(),
    asked: new Map<string, Set<string>>(),
    byWord: undefined,
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
 * Takes the words of a file's text in, and those of its former text out.
 *
 * @param changed - gets those of the words that were asked for whose answer is different
 */
function update({ texts, asked, byWord }: Index, path: string, text: string | undefined, changed: Set<string>): void {
  const before = texts.get(path);
  if (before === text) return;
  if (byWord !== undefined || asked.size > 0) {
    const had = wordsOf(before);
    const has = wordsOf(text);
    if (byWord !== undefined) {
      for (const word of had) if (!has.has(word)) byWord.get(word)?.delete(path);
      for (const word of has) if (!had.has(word)) addTo(byWord, word, path);
    }
    for (const [word, files] of asked) {
      if (had.has(word) === has.has(word)) continue;
      changed.add(word);
      if (has.has(word)) files.add(path);
      else files.delete(path);
    }
  }
  if (text === undefined) texts.delete(path);
  else texts.set(path, text);
}

function addTo(byWord: Map<string, Set<string>>, word: string, path: string): void {
  const known = byWord.get(word);
  if (known === undefined) byWord.set(word, new Set([path]));
  else known.add(path);
}

function wordsOf(text: string | undefined): ReadonlySet<string> {
  return new Set(text?.match(WORDS));
}

/** Whether a word stands in a text, and is no part of a longer one. */
function holds(text: string | undefined, word: string): boolean {
  if (text === undefined) return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isOfWord(text[at - 1]) && !isOfWord(text[at + word.length])) return true;
  return false;
}

function isOfWord(char: string | undefined): boolean {
  return char !== undefined && /[\w$]/.test(char);
}
