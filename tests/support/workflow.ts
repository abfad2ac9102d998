import { parse } from 'yaml';
import type { Ran } from './linked.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Record<string, unknown>;
  readonly run?: string;
  readonly env?: Record<string, string>;
  readonly if?: string;
}

interface Job {
  readonly strategy?: { readonly matrix: Record<string, readonly string[]> };
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly permissions?: Record<string, string>;
  /** Its only job. */
  readonly job: Job;
}

/** Reads a GitHub Actions workflow that has one job. */
export function workflowOf(text: string): Workflow {
  const { jobs, permissions } = parse(text) as { jobs: Record<string, Job>; permissions?: Record<string, string> };
  const [job, another] = Object.values(jobs);
  if (job === undefined || another !== undefined) throw new Error('A workflow of the guides has one job.');
  return { job, ...(permissions !== undefined && { permissions }) };
}

/** The folder in which steps run. */
export interface Runner {
  readonly folder: string;
  write: (path: string, text: string) => void;
  run: (command: string, args: readonly string[], options: { env: Record<string, string> }) => Ran;
}

/**
 * The result of each `run` of the job, by its name or command. As on the real runner, `bash -e` runs them, and after a
 * failure only those that ask for it.
 */
export function runSteps(
  { steps }: Job,
  { folder, run, write }: Runner,
  matrix: Record<string, string> = {},
): Map<string, Ran> {
  const ran = new Map<string, Ran>();
  let hasFailed = false;
  write('summary.md', '');
  const github = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: folder,
    GITHUB_STEP_SUMMARY: `${folder}/summary.md`,
  };
  for (const step of steps) {
    if (step.run === undefined || (hasFailed && step.if !== '${{ !cancelled() }}')) continue;
    const script = filledIn(step.run, matrix);
    const result = run('bash', ['-e', '-c', script], { env: { ...github, ...step.env } });
    ran.set(step.name ?? step.run, result);
    hasFailed ||= result.code !== 0;
  }
  return ran;
}

/** A script, filled in with the values of one matrix entry. */
export function filledIn(script: string, matrix: Record<string, string>): string {
  return script.replaceAll(/\$\{\{ matrix\.(\w+) \}\}/g, (_, name: string) => matrix[name] ?? '');
}
