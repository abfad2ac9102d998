import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UserOptions } from '../../src/findings/options.ts';
import type { Source } from '../../src/syntax/source.ts';
import { findUntracked } from '../../src/findings/find-untracked.ts';
import { setUp } from '../../src/findings/setup.ts';
import { createWorkspace } from '../../src/project/workspace.ts';
import { counts } from '../../src/syntax/counts.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { generated } from '../support/generated-server.ts';

type Work = Record<'parsed' | 'summarised' | 'graphed' | 'evaluated', number>;

/** What is done to lint the files of a package, in turns with the options of several configuration blocks. */
function workOf(size: number, blocks: readonly UserOptions[], settings?: unknown): { work: Work; findings: number } {
  const root = mkdtempSync(join(tmpdir(), 'fire-task-shared-'));
  try {
    const sources: Source[] = [];
    for (const [name, text] of generated(size, 1).files) {
      const path = join(root, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      const source = path.endsWith('.ts') ? parse(path, text) : undefined;
      if (source !== undefined && !isParseFailure(source)) sources.push(source);
    }
    mkdirSync(join(root, 'src'), { recursive: true });
    for (const name of ['one', 'two'])
      writeFileSync(join(root, 'src', `${name}.ts`), 'export function track(p: unknown) {}\n');
    const workspace = createWorkspace();
    const before = { ...counts };
    let findings = 0;
    for (const [index, source] of sources.entries()) {
      const { options, evaluation } = setUp(workspace, blocks[index % blocks.length], settings);
      findings += findUntracked(source, options, evaluation).length;
    }
    return {
      findings,
      work: {
        parsed: counts.parsed - before.parsed,
        summarised: counts.summarised - before.summarised,
        graphed: counts.graphed - before.graphed,
        evaluated: counts.evaluated - before.evaluated,
      },
    };
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe.each<[differ: string, blocks: readonly [UserOptions, UserOptions]]>([
  ['sinks of packages', [{ sinks: ['@acme/one#track()'] }, { sinks: ['@acme/two#track()'] }]],
  ['sinks of the user', [{ sinks: ['./src/one.ts#track()'] }, { sinks: ['./src/two.ts#track()'] }]],
  ['kinds', [{ kinds: ['request'] }, { kinds: ['request', 'job'] }]],
  [
    'tracker',
    [{ tracker: { name: 'track', module: './src/one.ts' } }, { tracker: { name: 'track', module: './src/two.ts' } }],
  ],
])('two configuration blocks that differ in %s', (_differ, blocks) => {
  it('make each graph of a package once, of the same summaries, and grow with its size', () => {
    const one = workOf(120, [blocks[0]]);
    const two = workOf(120, blocks);
    const large = workOf(240, blocks);
    expect([one.work.graphed, two.work.graphed, large.work.graphed]).toEqual([1, 2, 2]);
    // A summary of each file, whoever asks.
    expect(two.work.summarised).toBe(one.work.summarised);
    expect(two.work.parsed).toBeLessThanOrEqual(1.1 * one.work.parsed);
    expect(two.work.evaluated).toBeLessThanOrEqual(1.3 * one.work.evaluated);
    expect(large.work.evaluated).toBeLessThanOrEqual(2.4 * two.work.evaluated);
    expect(two.findings).toBeGreaterThan(0);
  });
});
