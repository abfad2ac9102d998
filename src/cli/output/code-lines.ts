import type { Excerpt } from '../excerpt.ts';
import { diffWordsWithSpace, structuredPatch } from '../../taken-in/diff.ts';

/** A stretch of a line; `isChanged` where it differs from its counterpart. */
export interface CodePart {
  readonly text: string;
  readonly isChanged: boolean;
}

/** A line of an excerpt as it is shown. */
export interface CodeLine {
  /** `-` goes, `+` comes, `>` is the line that a finding begins on where nothing is rewritten. */
  readonly mark: ' ' | '-' | '+' | '>';
  /** In the file as it was, 1-based; absent of a line that comes. */
  readonly number?: number;
  readonly parts: readonly CodePart[];
}

/** Lines to show, and which of them it is about. */
export interface Excerpted {
  readonly excerpt: Excerpt;
  /** 1-based. */
  readonly line: number;
}

/** So many lines are left out here. */
export interface Gap {
  readonly left: number;
}

/** An excerpt that nothing rewrites is cut in its middle when it is longer than this; so much of it stays. */
const LONGEST = 14;
const HEAD = 9;
const TAIL = 3;
/** A line of which less than this share stays is no edit but another line: its parts are not told apart. */
const KEPT = 0.2;

/**
 * The lines of an excerpt, without the indentation that they share: a diff where it is rewritten, else the code with
 * the finding's line marked.
 */
export function codeLines(site: Excerpted): (CodeLine | Gap)[] {
  const lines = allLines(site);
  const first = lines.findIndex((line) => !isBlank(line));
  return lines.slice(first, lines.findLastIndex((line) => !isBlank(line)) + 1);
}

function allLines({ excerpt, line }: Excerpted): (CodeLine | Gap)[] {
  const { firstLine, before, after } = excerpt;
  const indent = sharedIndent([...before, ...(after ?? [])]);
  const shown = before.map((text) => text.slice(indent));
  if (after !== undefined)
    return changedLines(
      firstLine,
      shown,
      after.map((text) => text.slice(indent)),
    );
  const lines = shown.map((text, index) => lineOf(firstLine + index === line ? '>' : ' ', text, firstLine + index));
  if (lines.length <= LONGEST) return lines;
  return [...lines.slice(0, HEAD), { left: lines.length - HEAD - TAIL }, ...lines.slice(-TAIL)];
}

function changedLines(firstLine: number, before: readonly string[], after: readonly string[]): (CodeLine | Gap)[] {
  const { hunks } = structuredPatch('', '', `${before.join('\n')}\n`, `${after.join('\n')}\n`, '', '', { context: 2 });
  const lines: (CodeLine | Gap)[] = [];
  let next = firstLine;
  for (const { oldStart, lines: texts } of hunks) {
    const start = firstLine + oldStart - 1;
    if (start > next && lines.length > 0) lines.push({ left: start - next });
    next = start;
    const block: CodeLine[] = [];
    for (const text of texts) {
      const mark = text.startsWith('-') ? '-' : text.startsWith('+') ? '+' : ' ';
      block.push(lineOf(mark, text.slice(1), mark === '+' ? undefined : next));
      if (mark !== '+') next += 1;
    }
    lines.push(...withParts(block));
  }
  return lines;
}

function lineOf(mark: CodeLine['mark'], text: string, number?: number): CodeLine {
  return { mark, ...(number !== undefined && { number }), parts: [{ text, isChanged: false }] };
}

/** Where as many lines come as go, each is the new form of its counterpart. */
function withParts(lines: readonly CodeLine[]): CodeLine[] {
  const counterparts = new Map<CodeLine, CodeLine>();
  let gone: CodeLine[] = [];
  let come: CodeLine[] = [];
  for (const line of [...lines, undefined]) {
    if (line?.mark === '-') gone.push(line);
    else if (line?.mark === '+') come.push(line);
    else {
      if (gone.length === come.length) for (const [index, old] of gone.entries()) pair(old, come[index], counterparts);
      gone = [];
      come = [];
    }
  }
  return lines.map((line) => counterparts.get(line) ?? line);
}

function pair(old: CodeLine, fresh: CodeLine | undefined, counterparts: Map<CodeLine, CodeLine>): void {
  if (fresh === undefined) return;
  const changes = diffWordsWithSpace(textOf(old), textOf(fresh));
  const kept = changes
    .filter(({ added, removed }) => !added && !removed)
    .map(({ value }) => value.trim())
    .join('').length;
  if (kept < textOf(old).trim().length * KEPT) return;
  counterparts.set(old, {
    ...old,
    parts: changes.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, isChanged: removed })),
  });
  counterparts.set(fresh, {
    ...fresh,
    parts: changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, isChanged: added })),
  });
}

/** The lines around an excerpt may be empty, and then show nothing. */
function isBlank(line: CodeLine | Gap): boolean {
  return 'parts' in line && line.mark === ' ' && textOf(line).trim() === '';
}

function textOf({ parts }: CodeLine): string {
  return parts.map(({ text }) => text).join('');
}

function sharedIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)?.[0] ?? '');
  const [first = ''] = indents;
  let length = first.length;
  for (const indent of indents) while (!indent.startsWith(first.slice(0, length))) length -= 1;
  return length;
}
