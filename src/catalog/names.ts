/** Alternative names for a pattern, written as words on any number of lines: `get set` is `get|set`. */
export function names(words: string): string {
  return words.trim().split(/\s+/).join('|');
}

/** Matches the path of a module whose name is one of `words`, below a folder that `folder` matches. */
export function moduleIn(folder: RegExp, words: string): RegExp {
  return new RegExp(`${folder.source}(?:${names(words)})\\.[jt]sx?$`);
}
