import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Workspace } from '../project/workspace.ts';
import type { PlanOptions } from '../rewriting/plan-source.ts';
import type { Survey, Wants } from './survey.ts';
import type { Answers, Requests } from './team-words.ts';
import { setUp } from '../findings/setup.ts';
import { callersOf, graphsOfParts } from '../reach/index.ts';

/** The number of files that makes a thread worth its startup time and repeated work. */
const WORTH_A_THREAD = 2_000;
/** Each thread needs memory, and repeats some work of the others. */
const MOST = 4;
/** Each thread keeps a second core busy with compilation and garbage collection. */
const CORES = 2;

/** How many threads look for findings by default. */
export function defaultJobs(files: readonly string[]): number {
  return Math.max(
    1,
    Math.min(Math.floor(availableParallelism() / CORES), MOST, Math.floor(files.length / WORTH_A_THREAD)),
  );
}

/**
 * Surveys files with several threads, each with a part of the package. First they find out who calls what, which builds
 * the call graph. Then they look for losses. The result is the same as with one thread.
 *
 * @throws {Error} when a thread ends too soon
 */
export async function surveyInTeam(
  files: readonly string[],
  workspace: Workspace,
  options: PlanOptions,
  jobs: number,
  wants: Wants,
): Promise<Survey> {
  const team = Array.from({ length: jobs }, () => new Member());
  const { listings } = workspace;
  try {
    const {
      options: { reach, kinds, strict },
      evaluation,
    } = setUp(workspace, options.rule, options.settings);
    const own = [...new Set(files.map((path) => listings.unitOf(path)))];
    const units = new Map(
      [...new Set(own.flatMap((unit) => callersOf(unit, evaluation)))].map((unit) => [unit, listings.listingOf(unit)]),
    );
    const listed = [...units.values()].flatMap(({ files: some }) => [...some]);
    const parts = share([...new Set([...files, ...listed])].sort(), jobs);
    const homeOf = new Map(parts.flatMap((part, index) => part.map((path) => [path, index] as const)));
    const begun = await Promise.all(
      team.map((member, index) => member.ask('begin', { mine: parts[index] ?? [], units, options, jobs, wants })),
    );
    if (reach === 'project') {
      const graphs = await graphsOfParts(
        begun,
        // Files in no part, such as those left out of the listing, belong to the first thread.
        (path) => homeOf.get(path) ?? 0,
        (part, keys) => memberOf(team, part).ask('explore', keys),
        new Set(kinds),
        strict,
      );
      await Promise.all(
        team.map((member, index) =>
          member.ask(
            'take',
            new Map(
              [...graphs].map(([unit, graph]) => [
                unit,
                new Map([...graph].filter(([path]) => homeOf.get(path) === index)),
              ]),
            ),
          ),
        ),
      );
    }
    const wanted = new Set(files);
    const surveys = await Promise.all(
      team.map((member, index) =>
        member.ask(
          'survey',
          (parts[index] ?? []).filter((path) => wanted.has(path)),
        ),
      ),
    );
    return inOrder(files, surveys);
  } finally {
    for (const member of team) member.dismiss();
  }
}

function memberOf(team: readonly Member[], part: number): Member {
  const member = team[part];
  if (member === undefined) throw new Error(`There is no thread ${part.toString()}.`);
  return member;
}

/** Neighboring files go to the same part: they are likely to call each other. */
function share(files: readonly string[], jobs: number): string[][] {
  const size = Math.ceil(files.length / jobs);
  return Array.from({ length: jobs }, (_, index) => files.slice(index * size, (index + 1) * size));
}

/** Restores the order of a single thread: file by file. */
function inOrder(files: readonly string[], surveys: readonly Survey[]): Survey {
  const order = new Map(files.map((path, index) => [path, index]));
  const sorted = <Item extends { readonly path: string }>(items: readonly Item[]): Item[] =>
    items.toSorted((a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0));
  return {
    files,
    sites: sorted(surveys.flatMap(({ sites }) => sites)),
    optedOut: sorted(surveys.flatMap(({ optedOut }) => optedOut)),
    failures: sorted(surveys.flatMap(({ failures }) => failures)),
    ...(surveys.every(({ unknown }) => unknown !== undefined) && {
      unknown: sorted(surveys.flatMap(({ unknown = [] }) => unknown)),
    }),
  };
}

/** One thread. It handles one request at a time. */
class Member {
  readonly #worker: Worker;
  #settle: { readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void } | undefined;
  #broken: Error | undefined;

  constructor() {
    const manifest = createRequire(import.meta.url).resolve('eslint-plugin-fire-task/package.json');
    this.#worker = new Worker(join(dirname(manifest), 'dist/command/team-member.js'));
    this.#worker.on('message', (answer) => this.#settle?.resolve(answer));
    this.#worker.on('error', (error) => {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    });
    this.#worker.on('exit', () => {
      this.#fail(new Error('A thread ended before its work was done. Run it with --jobs 1.'));
    });
  }

  ask<Kind extends keyof Requests>(kind: Kind, request: Requests[Kind]): Promise<Answers[Kind]> {
    return new Promise<unknown>((resolve, reject) => {
      if (this.#broken !== undefined) {
        reject(this.#broken);
        return;
      }
      this.#settle = { resolve, reject };
      this.#worker.postMessage([kind, request]);
    }) as Promise<Answers[Kind]>;
  }

  dismiss(): void {
    this.#settle = undefined;
    void this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#broken ??= error;
    this.#settle?.reject(error);
  }
}
