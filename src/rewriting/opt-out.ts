import type { Finding } from '../findings/finding.ts';
import type { Source } from '../syntax/source.ts';
import { perSource } from '../syntax/per-source.ts';
import { positionAt } from '../syntax/position.ts';

const RULE = 'fire-task/no-untracked-promises';
/** `eslint-disable-next-line a, b -- why`, up to the end of the comment. */
const DIRECTIVE =
  /(\/\/|\/\*)[*\s]*(eslint-disable(?:-next-line|-line)?|eslint-enable|fire-task-ignore-next-line)(?![-\w])([^\n]*)/g;

/** Lines (1-based) on which a comment says that an untracked promise is intended. */
interface OptOuts {
  readonly lines: ReadonlySet<number>;
  /** From a line up to the one before another. */
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
}

/**
 * Whether a comment says that the promise is intended: an ESLint directive that switches the rule off there, or
 * `fire-task-ignore-next-line: why`.
 */
export function isOptedOut({ node }: Finding, source: Source): boolean {
  const optOuts = optOutsOf(source);
  const { line } = positionAt(source, node.range[0]);
  return optOuts.lines.has(line) || optOuts.stretches.some(({ from, to }) => from <= line && line < to);
}

const optOutsOf = perSource(readOptOuts);

function readOptOuts(source: Source): OptOuts {
  const { text } = source;
  const lines = new Set<number>();
  const stretches: { from: number; to: number }[] = [];
  let openedAt: number | undefined;
  for (const { 0: whole, 1: opening = '', 2: directive = '', 3: rest = '', index } of text.matchAll(DIRECTIVE)) {
    if (directive !== 'fire-task-ignore-next-line' && !namesRule(rest, opening)) continue;
    const { line } = positionAt(source, index);
    if (directive.endsWith('-next-line'))
      lines.add(positionAt(source, endOfComment(text, index, whole, opening)).line + 1);
    else if (directive === 'eslint-disable-line') lines.add(line);
    // ESLint reads these two only in block comments.
    else if (opening === '/*' && directive === 'eslint-disable') openedAt ??= line;
    else if (opening === '/*' && openedAt !== undefined) {
      stretches.push({ from: openedAt, to: line });
      openedAt = undefined;
    }
  }
  if (openedAt !== undefined) stretches.push({ from: openedAt, to: Infinity });
  return { lines, stretches };
}

/** A directive without a list applies to every rule. */
function namesRule(rest: string, opening: string): boolean {
  const list = (opening === '/*' ? rest.split('*/', 1)[0] : rest)?.split('--', 1)[0]?.trim() ?? '';
  return list === '' || list.split(',').some((name) => name.trim() === RULE);
}

function endOfComment(text: string, index: number, whole: string, opening: string): number {
  if (opening === '//') return index + whole.length - 1;
  const end = text.indexOf('*/', index);
  return end === -1 ? text.length : end;
}
