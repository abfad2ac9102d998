import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnalysisOf } from '../../src/cli/analysis.ts';
import type { UserOptions } from '../../src/findings/options.ts';
import type { Workspace } from '../../src/project/workspace.ts';
import { createInquiries } from '../../src/cli/inquiries.ts';
import { sourceReader } from '../../src/cli/read.ts';
import { survey } from '../../src/cli/survey.ts';
import { findUntracked } from '../../src/findings/find-untracked.ts';
import { setUp } from '../../src/findings/setup.ts';
import { createWorkspace } from '../../src/project/workspace.ts';
import { counts } from '../../src/syntax/counts.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { generated } from '../support/generated-server.ts';

type Work = Record<'parsed' | 'summarised' | 'graphed' | 'evaluated', number>;

/** How many findings a face has in files, each with the options of its block. */
type Face = (files: readonly (readonly [path: string, block: UserOptions])[], workspace: Workspace) => number;

const RULE: Face = (files, workspace) =>
  files.reduce((findings, [path, block]) => {
    const source = parse(path, readFileSync(path, 'utf8'));
    if (isParseFailure(source)) throw new Error(`${path} does not parse.`);
    const { options, evaluation } = setUp(workspace, block, undefined);
    return findings + findUntracked(source, options, evaluation).length;
  }, 0);

const COMMAND: Face = (files, workspace) => {
  const plans = new Map<object, { rule: UserOptions }>();
  for (const [, block] of files) plans.set(block, plans.get(block) ?? { rule: block });
  const of = new Map(files.map(([path, block]) => [path, plans.get(block)]));
  const analysisOf: AnalysisOf = (path) => of.get(path);
  const analysis = { analysisOf, read: sourceReader(workspace) };
  return survey([...of.keys()], analysis, false, createInquiries(workspace, true, analysisOf)).sites.length;
};

/** What is done to look at the files of a package, in turns with the options of several configuration blocks. */
function workOf(face: Face, size: number, blocks: readonly UserOptions[]): { work: Work; findings: number } {
  const root = mkdtempSync(join(tmpdir(), 'fire-task-shared-'));
  try {
    const paths: string[] = [];
    for (const [name, text] of generated(size, 1).files) {
      const path = join(root, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      if (path.endsWith('.ts')) paths.push(path);
    }
    mkdirSync(join(root, 'src'), { recursive: true });
    for (const name of ['one', 'two'])
      writeFileSync(join(root, 'src', `${name}.ts`), 'export function track(p: unknown) {}\n');
    const workspace = createWorkspace();
    const before = { ...counts };
    const findings = face(
      paths.map((path, index) => [path, blocks[index % blocks.length] ?? {}]),
      workspace,
    );
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
  it.each([
    ['the rule', RULE],
    ['the command', COMMAND],
  ])('make each graph of a package once, of the same summaries, and grow with its size: %s', (_face, face) => {
    const one = workOf(face, 120, [blocks[0]]);
    const two = workOf(face, 120, blocks);
    const large = workOf(face, 240, blocks);
    expect([one.work.graphed, two.work.graphed, large.work.graphed]).toEqual([1, 2, 2]);
    // A summary of each file, whoever asks.
    expect(two.work.summarised).toBe(one.work.summarised);
    expect(two.work.parsed).toBeLessThanOrEqual(1.1 * one.work.parsed);
    expect(two.work.evaluated).toBeLessThanOrEqual(1.3 * one.work.evaluated);
    expect(large.work.evaluated).toBeLessThanOrEqual(2.4 * two.work.evaluated);
    expect(two.findings).toBeGreaterThan(0);
  });
});
