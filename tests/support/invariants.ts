import { createRequire } from 'node:module';
import { expect } from 'vitest';
import type { Edit } from '../../src/rewriting/edit.ts';
import type { FilePlan } from '../../src/rewriting/rewrite.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';

const getParser = createRequire(import.meta.url)('jscodeshift/src/getParser') as (name: string) => {
  parse: (text: string) => unknown;
};

/**
 * Checks what is true of every plan: only its ranges change, all parsers read the result, and a second run rewrites
 * nothing.
 */
export function expectSound(plan: FilePlan, planAgain: (text: string) => FilePlan): void {
  const { source, edits, output } = plan;
  expectUntouched(source.text, output, edits);
  if (edits.length === 0) return;
  const parsed = parse(source.path, output);
  expect(isParseFailure(parsed) ? parsed.message : undefined, 'it parses').toBeUndefined();
  const name = /\.[cm]?tsx?$/.test(source.path) ? 'tsx' : 'babel';
  if (faultOf(name, source.text) === undefined)
    expect(faultOf(name, output), `jscodeshift's parser ${name} reads it`).toBeUndefined();
  const again = planAgain(output);
  expect(
    again.rewrites.map(({ finding }) => finding.callee),
    'a second run rewrites nothing',
  ).toEqual([]);
  expect(again.output).toBe(output);
  // Each remaining skip was already there for the first text.
  expect(again.skips.length).toBeLessThanOrEqual(plan.skips.length);
}

/** Checks that the text between the ranges is unchanged, and only moved by the edits before it. */
function expectUntouched(text: string, output: string, edits: readonly Edit[]): void {
  const ranges = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let from = 0;
  let moved = 0;
  const kept = (to: number): void => {
    if (to > from) expect(output.slice(from + moved, to + moved)).toBe(text.slice(from, to));
  };
  for (const { start, end, text: inserted } of ranges) {
    kept(start);
    from = end;
    moved += inserted.length - (end - start);
  }
  kept(text.length);
  expect(output.length).toBe(text.length + moved);
}

function faultOf(parser: string, text: string): string | undefined {
  try {
    getParser(parser).parse(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
