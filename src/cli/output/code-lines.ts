import type { Excerpt } from '../excerpt.ts';
import { diffWordsWithSpace, structuredPatch } from '../../taken-in/diff.ts';

/** A part of a line; `isChanged` if it differs from its counterpart. */
export interface CodePart {
  readonly text: string;
  readonly isChanged: boolean;
}

/** A line of an excerpt, as shown. */
export interface CodeLine {
  /** `-` is removed, `+` is added; `>` marks the line where a finding begins, if nothing is rewritten. */
  readonly mark: ' ' | '-' | '+' | '>';
  /** Its number in the original file, 1-based; absent for an added line. */
  readonly number?: number;
  readonly parts: readonly CodePart[];
}

/** Lines to show, and the line to mark. */
export interface Excerpted {
  readonly excerpt: Excerpt;
  /** 1-based. */
  readonly line: number;
}

/** The number of lines left out here. */
export interface Gap {
  readonly left: number;
}

/** An unchanged excerpt longer than this is cut in the middle; this many lines remain at each end. */
const LONGEST = 14;
const HEAD = 9;
const TAIL = 3;
/** If less than this share of a line is kept, it is a different line, and its changed parts are not marked. */
const KEPT = 0.2;

/**
 * The lines of an excerpt, without their shared indentation: a diff if it is rewritten, and otherwise the code with the
 * finding's line marked.
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

/** If a block removes and adds the same number of lines, they are compared in pairs. */
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

/** Blank lines at the ends of an excerpt are not shown. */
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
