import { expect, it } from 'vitest';
import type { UserOptions } from '../../src/findings/options.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { sourceFrom } from './findings.ts';
import { findUntracked } from './engine.ts';

interface Marked {
  readonly code: string;
  /** `form: text` for each marked place. */
  readonly expected: string[];
}

/**
 * Removes the lines of carets. `^^^^^ floating` marks the code above it; a launch of several lines is marked on its
 * first.
 */
function readMarks(marked: string): Marked {
  const lines: string[] = [];
  const expected: string[] = [];
  for (const line of marked.split('\n')) {
    const marks = [...line.matchAll(/(\^+) (\w+)/g)];
    if (/^\s*\^/.test(line) && marks.length > 0) {
      const above = lines.at(-1) ?? '';
      for (const { index, 1: carets = '', 2: form = '' } of marks)
        expected.push(`${form}: ${above.slice(index, index + carets.length)}`);
    } else lines.push(line);
  }
  return { code: lines.join('\n'), expected };
}

export function foundIn(code: string, options: UserOptions = {}, path?: string): string[] {
  const source = sourceFrom(code, path);
  return findUntracked(source, completeOptions({ reach: 'file', ...options })).map(({ form, node }) => {
    const [firstLine = ''] = source.text.slice(...node.range).split('\n');
    return `${form}: ${firstLine}`;
  });
}

/** The marked places are reported, and nothing else. */
export function flags(title: string, marked: string, options: UserOptions = {}): void {
  it(title, () => {
    const { code, expected } = readMarks(marked);
    expect(expected, 'a test of findings marks at least one').not.toEqual([]);
    expect(foundIn(code, options)).toEqual(expected);
  });
}

/** Nothing is reported. */
export function silent(title: string, code: string, options: UserOptions = {}): void {
  it(title, () => {
    expect(foundIn(code, options)).toEqual([]);
  });
}

/** Puts statements into an Express handler. */
export function inHandler(body: string): string {
  return `
import express from 'express';
const app = express();
async function mail(user) { await user; }
async function audit(id) { await id; }
const log = console.log;
app.post('/x', async (req, res, next) => {
${body}
});`;
}
