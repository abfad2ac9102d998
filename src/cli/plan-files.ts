import { availableParallelism } from 'node:os';
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Workspace } from '../project/workspace.ts';
import type { Analysis, AnalysisOf } from './analysis.ts';
import type { InquiryOf } from './inquiries.ts';
import type { PlannedFile } from './plan-file.ts';
import type { PlanOptions } from '../rewriting/plan-source.ts';
import { addTo } from '../syntax/grouping.ts';
import { cleanFile, planFileAt } from './plan-file.ts';

/** One worker's part of a run. Each options object is listed once, and files refer to it by index. */
export interface Work {
  readonly files: readonly (readonly [path: string, options: number])[];
  readonly options: readonly PlanOptions[];
}

/** Gets the number of files planned so far. */
export type Meter = (done: number) => void;

/** From this many files on, a second process is worth its startup time. */
const WORTH_A_WORKER = 1_000;

/**
 * How many processes plan `files` by default. Each needs to know the whole package of a file it plans, so there are at
 * most as many as packages.
 */
export function defaultJobs(files: readonly string[], { packages }: Workspace): number {
  if (files.length < WORTH_A_WORKER) return 1;
  return Math.min(availableParallelism(), new Set(files.map((path) => packages.of(path).root)).size);
}

/**
 * Plans files in this process, yielding now and then so that the progress bar can update. Files in which the rule is
 * off are clean.
 */
export async function planHere(
  files: readonly string[],
  workspace: Workspace,
  { analysisOf, read }: Analysis,
  inquiryOf: InquiryOf,
  meter: Meter,
): Promise<PlannedFile[]> {
  const planned: PlannedFile[] = [];
  let turn = Date.now();
  for (const path of files) {
    const options = analysisOf(path);
    planned.push(
      options === undefined
        ? cleanFile(path)
        : planFileAt(path, workspace, options, read, inquiryOf(options).cleanFiles),
    );
    if (Date.now() - turn < 50) continue;
    meter(planned.length);
    await new Promise(setImmediate);
    turn = Date.now();
  }
  return planned;
}

/**
 * Plans files in `jobs` processes, each with whole packages. If a process dies, its files are missing from the result;
 * the caller counts them.
 */
export async function planInWorkers(
  files: readonly string[],
  workspace: Workspace,
  analysisOf: AnalysisOf,
  jobs: number,
  meter: Meter,
): Promise<PlannedFile[]> {
  const done = new Map<number, number>();
  const parts = await Promise.all(
    share(files, jobs, workspace).map(async (part, index) => {
      const planned = await planInWorker(workOf(part, analysisOf), (count) => {
        done.set(index, count);
        meter([...done.values()].reduce((sum, each) => sum + each, 0));
      });
      return planned;
    }),
  );
  return parts.flat();
}

/** Gives whole packages to the process with the fewest files, largest first, so that each package is analyzed once. */
function share(files: readonly string[], jobs: number, workspace: Workspace): string[][] {
  const packages = new Map<string, string[]>();
  for (const path of files) addTo(packages, workspace.packages.of(path).root, path);
  const parts = Array.from({ length: jobs }, (): string[] => []);
  for (const some of [...packages.values()].sort((a, b) => b.length - a.length)) {
    const least = parts.reduce((part, other) => (other.length < part.length ? other : part));
    least.push(...some);
  }
  return parts.filter((part) => part.length > 0);
}

function workOf(files: readonly string[], analysisOf: AnalysisOf): Work {
  const options: PlanOptions[] = [];
  const numbered = files.flatMap((path): [string, number][] => {
    const some = analysisOf(path);
    if (some === undefined) return [[path, -1]];
    if (!options.includes(some)) options.push(some);
    return [[path, options.indexOf(some)]];
  });
  return { files: numbered, options };
}

function planInWorker(work: Work, meter: Meter): Promise<PlannedFile[]> {
  const manifest = createRequire(import.meta.url).resolve('eslint-plugin-fire-task/package.json');
  // Settings may contain regular expressions, which JSON can't represent.
  const worker = fork(join(dirname(manifest), 'dist/command/plan-worker.js'), { serialization: 'advanced' });
  return new Promise((resolve) => {
    let planned: PlannedFile[] = [];
    worker.on('message', (message: number | PlannedFile[]) => {
      if (typeof message === 'number') meter(message);
      else planned = message;
    });
    worker.on('close', () => {
      resolve(planned);
    });
    worker.on('error', () => {
      resolve(planned);
    });
    worker.send(work);
  });
}
