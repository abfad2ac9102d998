import { relative } from 'node:path';
import type { Question } from '../findings/cache.ts';
import type { ConfiguredAnalysis } from './analysis.ts';
import type { Survey } from './survey.ts';
import type { Terminal } from './terminal.ts';
import { storeAnswer, storedAnswer } from '../findings/cache.ts';
import { setUp } from '../findings/setup.ts';
import { digestOf } from '../project/cache/cache-file.ts';

/** What a run is about. */
export interface Run {
  readonly command: 'report' | 'check';
  /** As the user named them. */
  readonly paths: readonly string[];
  /** Found at these paths. */
  readonly files: readonly string[];
  readonly analysis: ConfiguredAnalysis;
  /** The number of threads, if the user named one. What threads read isn't known here, so nothing is stored. */
  readonly jobs?: number | undefined;
}

/** For fewer files, everything that their result depends on takes longer to store than to find out again. */
const FEW_FILES = 20;

/**
 * The result of a run: that of an earlier process if the same was asked and nothing has changed since, or else what
 * `find` returns. Without the cache, which is off in runs with types, it is always the latter.
 */
export async function replayed(run: Run, { cwd, workspace }: Terminal, find: () => Promise<Survey>): Promise<Survey> {
  const question = questionOf(run, cwd, workspace);
  if (question === undefined) return await find();
  // JSON gives back what was stored: `Survey` consists of plain data.
  const known = storedAnswer(question) as Survey | undefined;
  if (known !== undefined) return known;
  // From now on, a file that is edited differs from what is stored.
  for (const path of run.files) workspace.files.textAt(path);
  const found = await find();
  if (found.failures.length === 0) storeAnswer(question, found);
  return found;
}

/** Undefined for files of several groups of packages, and for a few files. */
function questionOf(
  { command, paths, files, analysis, jobs = 1 }: Run,
  cwd: string,
  workspace: Terminal['workspace'],
): Question | undefined {
  const [root, ...others] = new Set(files.map((path) => workspace.groups.of(path).root));
  if (root === undefined || others.length > 0 || files.length < FEW_FILES || jobs > 1) return undefined;
  const all = [...new Set(files.map((path) => analysis.analysisOf(path)))];
  const [options] = all.filter((each) => each !== undefined);
  if (options === undefined) return undefined;
  const asked = {
    cwd: relative(root, cwd),
    paths,
    remarks: analysis.remarks,
    options: all,
    files: files.map((path) => [relative(root, path), all.indexOf(analysis.analysisOf(path))]),
  };
  return {
    name: command,
    text: digestOf(JSON.stringify(asked, (_, value: unknown) => (value instanceof RegExp ? String(value) : value))),
    root,
    evaluation: setUp(workspace, options.rule, options.settings).evaluation,
  };
}
