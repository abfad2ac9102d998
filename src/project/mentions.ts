import type { Workspace } from './workspace.ts';
import { perWorkspace } from './workspace.ts';

/** The words of the files of one package. */
interface Index {
  generation: number;
  files: ReadonlySet<string>;
  readonly texts: Map<string, string | undefined>;
  readonly byWord: Map<string, Set<string>>;
  /** Words that were asked for, and whose files others depend on. */
  readonly asked: Set<string>;
}

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
  index.asked.add(word);
  if (reader !== undefined) workspace.changes.noteRead(reader, placeOf(root, word));
  const found = index.byWord.get(word);
  return found === undefined ? [] : [...found].sort();
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
    byWord: new Map<string, Set<string>>(),
    asked: new Set<string>(),
  };
  indexes.set(root, index);
  if (index.files === files && index.generation === changes.generation) return index;
  const changed = new Set<string>();
  for (const path of index.files) if (!files.has(path)) update(index, path, undefined, changed);
  for (const path of files) update(index, path, known.textAt(path), changed);
  index.files = files;
  for (const word of changed) if (index.asked.has(word)) changes.note(placeOf(root, word));
  index.generation = changes.generation;
  return index;
}

/** Takes the words of a file's text in, and those of its former text out. */
function update({ texts, byWord }: Index, path: string, text: string | undefined, changed: Set<string>): void {
  const before = texts.get(path);
  if (before === text) return;
  const now = wordsOf(text);
  for (const word of wordsOf(before)) {
    if (now.has(word)) continue;
    byWord.get(word)?.delete(path);
    changed.add(word);
  }
  for (const word of now) {
    const known = byWord.get(word);
    if (known?.has(path) === true) continue;
    if (known === undefined) byWord.set(word, new Set([path]));
    else known.add(path);
    changed.add(word);
  }
  if (text === undefined) texts.delete(path);
  else texts.set(path, text);
}

function wordsOf(text: string | undefined): ReadonlySet<string> {
  return new Set(text?.match(/[\w$]+/g));
}
