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

/** A part of a run, for one worker: options are listed once. */
export interface Work {
  readonly files: readonly (readonly [path: string, options: number])[];
  readonly options: readonly PlanOptions[];
}

/** Is told how many files have been planned. */
export type Meter = (done: number) => void;

/** From so many files on a second process pays for its start. */
const WORTH_A_WORKER = 1_000;

/**
 * How many processes plan `files` when the user does not say. Whoever plans a file must know its whole package, so
 * there are no more than packages.
 */
export function defaultJobs(files: readonly string[], { packages }: Workspace): number {
  if (files.length < WORTH_A_WORKER) return 1;
  return Math.min(availableParallelism(), new Set(files.map((path) => packages.of(path).root)).size);
}

/**
 * Plans files in this process, and gives it a turn for its progress bar now and then. Files in which the rule is off
 * are clean.
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
 * The same in `jobs` processes, whole packages in each. A process that dies leaves its files out: whoever counts them
 * notices.
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

/** Whole packages to the process that has least, the largest first: what is known of a package is found out once. */
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
  // Settings may hold regular expressions, which JSON has no form for.
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
