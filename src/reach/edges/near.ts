import type { Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import { filesMentioning } from '../../project/mentions.ts';

/** More files than this are not parsed for one question: what so many mention is no name of one thing. */
const MOST_FILES = 40;

/**
 * The files of the user's code in which a word stands and whose text fits, parsed; the one that asks depends on them.
 * None where there are too many.
 *
 * @param fits - what else their text must have in it; looked at before anything is parsed
 */
export function sourcesMentioning(
  word: string,
  fits: RegExp,
  from: Source,
  { workspace }: Evaluation,
  most = MOST_FILES,
): Source[] {
  const { root } = workspace.packages.of(from.path);
  const paths = filesMentioning(workspace, root, word, from.path).filter((path) => {
    const text = workspace.files.textAt(path);
    return text !== undefined && fits.test(text);
  });
  return paths.length > most
    ? []
    : paths.flatMap((path) => {
        const source = path === from.path ? from : workspace.files.sourceLookedAt(from.path, path);
        return source === undefined ? [] : [source];
      });
}
