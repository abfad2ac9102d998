/** Names that stand for each other in a pattern, written as words, over any number of lines: `get set` is `get|set`. */
export function names(words: string): string {
  return words.trim().split(/\s+/).join('|');
}

/** What the path of a module matches whose name is one of `words`, below what `folder` matches. */
export function moduleIn(folder: RegExp, words: string): RegExp {
  return new RegExp(`${folder.source}(?:${names(words)})\\.[jt]sx?$`);
}
