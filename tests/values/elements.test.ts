import { describe, expect, it } from 'vitest';
import type { ValueRow } from '../support/values.ts';
import { launchIn } from '../support/launches.ts';
import { valuesAre } from '../support/values.ts';

const JOB = 'class Job { async run() { await post(); } name() { log(); } }';

const ROWS: readonly ValueRow[] = [
  ['a place in an array', 'function go(jobs: Job[], i: number) { «jobs[i]» }', 'new Job'],
  ['the first of one', 'function go(jobs: readonly Job[]) { «jobs[0]» }', 'new Job'],
  ['a key of a record', 'function go(jobs: Record<string, Job>, id: string) { «jobs[id]» }', 'new Job'],
  [
    'a key of an index',
    'interface Jobs { [id: string]: Job } function go(jobs: Jobs, id: string) { «jobs[id]» }',
    'new Job',
  ],
  [
    'a key of a type without one',
    'interface Jobs { a: Job } function go(jobs: Jobs, id: string) { «jobs[id]» }',
    undefined,
  ],
  ['a key of a parameter without a type', 'function go(jobs, id) { «jobs[id]» }', undefined],
  ['a key of a class', 'function go(job: Job, id: string) { «job[id]» }', undefined],
  ['a name after a key', 'function go(jobs: Job[], i: number) { «jobs[i].run» }', 'function Job.run'],
  ['a variable of a loop', 'function go(jobs: Array<Job>) { for (const job of jobs) «job»; }', 'new Job'],
  ['of a loop over nothing known', 'function go(jobs) { for (const job of jobs) «job»; }', undefined],
  ['of a loop over keys', 'function go(jobs: Job[]) { for (const job in jobs) «job»; }', undefined],
  [
    'a part of one',
    'interface Row { job: Job } function go(rows: Row[]) { for (const { job } of rows) «job»; }',
    'new Job',
  ],
  ['of a set', 'const jobs = new Set<Job>(); for (const job of jobs) «job»;', 'new Job'],
  ['of a map', 'const jobs = new Map<string, Job>(); for (const [id, job] of jobs) «job»;', 'new Job'],
  ['of a map, the key', 'const jobs = new Map<string, Job>(); for (const [id, job] of jobs) «id»;', undefined],
  ['of a map, the pair', 'const jobs = new Map<string, Job>(); for (const pair of jobs) «pair»;', undefined],
  ['of its values', 'const jobs = new Map<string, Job>(); for (const job of jobs.values()) «job»;', 'new Job'],
  ['of its entries', 'const jobs = new Map<string, Job>(); for (const [, job] of jobs.entries()) «job»;', 'new Job'],
  ['of its keys', 'const jobs = new Map<Job, string>(); for (const job of jobs.keys()) «job»;', undefined],
  ['of an object', 'declare const jobs: Record<string, Job>; for (const job of Object.values(jobs)) «job»;', 'new Job'],
  [
    'of its entries',
    'declare const jobs: Record<string, Job>; for (const [id, job] of Object.entries(jobs)) «job»;',
    'new Job',
  ],
  ['of a copy', 'declare const jobs: Set<Job>; for (const job of [...jobs]) «job»;', 'new Job'],
  ['of an array of them', 'declare const jobs: Set<Job>; for (const job of Array.from(jobs)) «job»;', 'new Job'],
  [
    'of an array of what is made of them',
    'declare const jobs: Job[]; for (const job of Array.from(jobs, (job) => job.name)) «job»;',
    undefined,
  ],
  [
    'of a copied map, the pair',
    'const jobs = new Map<string, Job>(); for (const pair of [...jobs]) «pair»;',
    undefined,
  ],
  [
    'of an array of a map, the pair',
    'declare const jobs: Map<string, Job>; for (const pair of Array.from(jobs)) «pair»;',
    undefined,
  ],
  [
    'of an array of its values',
    'declare const jobs: Map<string, Job>; for (const job of [...jobs.values()]) «job»;',
    'new Job',
  ],
  [
    'of what is left',
    'declare const jobs: Job[]; const due = jobs.filter(isDue); for (const job of due) «job»;',
    'new Job',
  ],
  [
    'of what is made of them',
    'declare const jobs: Job[]; const due = jobs.map(isDue); for (const job of due) «job»;',
    undefined,
  ],
  ['what a map has', 'declare const jobs: Map<string, Job>; «jobs.get(id)»', 'new Job'],
  [
    'what a map has that is a field',
    'class A { private jobs: Map<string, Job> = new Map(); go(id) { return «this.jobs.get(id)»; } }',
    'new Job',
  ],
  ['what an array has that is a field', 'class A { jobs: Job[] = []; go(id) { return «this.jobs[0]»; } }', 'new Job'],
  ['what an object has that is a variable', 'const jobs: Record<string, Job> = {}; «jobs[id]»', 'new Job'],
  ['what a map of nothing written has', 'const jobs = new Map(); «jobs.get(id)»', 'global#Map.new.get.()'],
  ['what is found', 'declare const jobs: Job[]; «jobs.find(isDue)»', 'new Job'],
  ['what is taken off', 'declare const jobs: Job[]; «jobs.pop()»', 'new Job'],
  [
    'by a method of one’s own',
    'class Jobs { find() { return new Map(); } } declare const jobs: Jobs; «jobs.find()»',
    'global#Map.new',
  ],
  ['the parameter of a callback', 'declare const jobs: Job[]; jobs.forEach((job) => «job»);', 'new Job'],
  ['the second one', 'declare const jobs: Job[]; jobs.forEach((_, job) => «job»);', 'parameter 1 of @'],
  ['of a callback of something else', 'declare const jobs: Job[]; go(jobs, (job) => «job»);', 'parameter 0 of @'],
  ['a part of a tuple', 'declare const pair: [string, Job]; const [id, job] = pair; «job»', 'new Job'],
  ['a part of a literal', 'const [id, job] = [1, new Job()]; «job»', 'new Job'],
  [
    'a generic class',
    'class Box<T> { constructor(readonly of: T) {} } declare const boxes: Map<string, Box<Job>>; «boxes.get(id).of»',
    'new Job',
  ],
  [
    'of a package',
    "import type { Redis } from 'acme'; declare const all: Record<string, Redis>; «all[id].get»",
    'acme#Redis.new.get',
  ],
];

valuesAre({ 'what a collection holds, by its type': ROWS }, { before: `${JOB} ` });

describe('whether a call of it launches', () => {
  it.each([
    ['a method of what a map has', 'declare const jobs: Map<string, Job>; jobs.get(id)?.run();', 'promise'],
    ['another method of it', 'declare const jobs: Map<string, Job>; jobs.get(id)?.name();', 'no'],
    ['a function of a table', 'declare const run: Record<string, () => Promise<void>>; run[id]();', 'promise'],
    ['one that gives nothing', 'declare const run: Record<string, () => void>; run[id]();', 'no'],
    ['in a loop', 'declare const jobs: Job[]; for (const job of jobs) job.run();', 'promise'],
    ['in a callback', 'declare const jobs: Job[]; jobs.forEach((job) => { job.run(); });', 'no'],
  ])('%s', (_title, code, verdict) => {
    expect(launchIn(`${JOB} ${code}`)?.verdict).toBe(verdict);
  });
});
