import type { Workspace } from './workspace.ts';
import { perWorkspace } from './workspace.ts';

/** An index of the words in the files of one package. */
interface Index {
  generation: number;
  files: ReadonlySet<string>;
  readonly texts: Map<string, string | undefined>;
  /** For each word asked for, the files that contain it. Other results depend on these. */
  readonly asked: Map<string, Set<string>>;
  /** The same for all words, created when searching for each costs more. */
  byWord: Map<string, Set<string>> | undefined;
}

/**
 * Up to this many words are searched for one by one. Indexing all words of a text costs as much as about a hundred
 * searches.
 */
const MOST_SEARCHES = 64;
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
  if (index.byWord === undefined && index.asked.size >= MOST_SEARCHES) {
    index.byWord = new Map();
    for (const [path, text] of index.texts) for (const each of wordsOf(text)) addTo(index.byWord, each, path);
  }
  if (index.byWord !== undefined) return index.byWord.get(word) ?? new Set();
  return new Set([...index.texts].flatMap(([path, text]) => (holds(text, word) ? [path] : [])));
}

/** Updates the index, so that results that depend on an outdated answer become invalid. */
export function refreshMentions(workspace: Workspace, root: string): void {
  if (indexesOf(workspace).has(root)) indexAt(workspace, root);
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
 * Replaces the words of a file's former text by those of its new text.
 *
 * @param changed - receives the words asked for whose answer has changed
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

/** Whether a text contains a word as a whole word. */
function holds(text: string | undefined, word: string): boolean {
  if (text === undefined || !/^[\w$]+$/.test(word)) return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isOfWord(text[at - 1]) && !isOfWord(text[at + word.length])) return true;
  return false;
}

function isOfWord(char: string | undefined): boolean {
  return char !== undefined && /[\w$]/.test(char);
}
