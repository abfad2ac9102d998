import type { Colors, Terminal } from './terminal.ts';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from '../taken-in/diff.ts';
import { shownPath } from './terminal.ts';

/** A file to write. */
export interface FileChange {
  /** Absolute. */
  readonly path: string;
  /** Its present text; undefined for a new file. */
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * The change as `git diff` shows it, so that `git apply` accepts it: three lines of context, `a/` and `b/` before the
 * names, `/dev/null` for a new file.
 */
export function renderDiff({ path, before, after }: FileChange, terminal: Terminal): string {
  const name = shownPath(path, terminal);
  const patch = createTwoFilesPatch(
    before === undefined ? '/dev/null' : `a/${name}`,
    `b/${name}`,
    before ?? '',
    after,
    undefined,
    undefined,
    {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
    },
  );
  const [from = '', to = '', ...lines] = patch.replace(/\n$/, '').split('\n');
  const { colors } = terminal;
  return [colors.bold(from), colors.bold(to), ...lines.map((line) => painted(line, colors))].join('\n');
}

function painted(line: string, colors: Colors): string {
  if (line.startsWith('@@')) return colors.cyan(line);
  if (line.startsWith('+')) return colors.green(line);
  if (line.startsWith('-')) return colors.red(line);
  return line;
}
