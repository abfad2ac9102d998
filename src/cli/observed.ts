import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Observed, ObservedSite, Place } from '../detect/report.ts';
import type { FoundSite, Survey } from './survey.ts';
import type { Terminal } from './terminal.ts';
import { CannotRun, sentenceOf } from './exit.ts';
import { shownPath } from './terminal.ts';

/** What the rule finds beside what the detector has seen. */
export interface Joined {
  readonly seen: readonly { readonly finding: FoundSite; readonly site: ObservedSite }[];
  /** Seen, and no finding. */
  readonly notFound: readonly ObservedSite[];
  /** Found, and not seen. */
  readonly notSeen: readonly FoundSite[];
  /** Requests and other units that were watched. */
  readonly units: number;
}

/** By so many lines code may have moved since it ran. */
const MOVED = 5;

/** Reads what the detector has written; several files, as of workers, are put together. */
export function readObserved(paths: readonly string[], terminal: Terminal): Observed[] {
  return paths.map((path) => {
    const file = resolve(terminal.cwd, path);
    let content: unknown;
    try {
      content = JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
      throw new CannotRun(
        `${shownPath(file, terminal)} cannot be read (${sentenceOf(error)}). Name a file that FIRE_TASK_DETECT ` +
          'has written.',
      );
    }
    const { version, sites } = (content ?? {}) as Partial<Observed>;
    if ((version as number) !== 1 || !Array.isArray(sites))
      throw new CannotRun(
        `${shownPath(file, terminal)} is not what this version of the detector writes. Name a file that ` +
          'FIRE_TASK_DETECT has written, by the same version.',
      );
    return content as Observed;
  });
}

/** Joins by place: the same line, or one nearby where the same is called. Each finding is joined to one place. */
export function join({ sites: findings }: Survey, observed: readonly Observed[], terminal: Terminal): Joined {
  const sites = merged(observed.flatMap(({ sites }) => sites));
  const pairs = sites.flatMap((site) =>
    findings.flatMap((finding) => {
      const distance = distanceOf(site, finding, terminal);
      return distance === undefined ? [] : [{ site, finding, distance }];
    }),
  );
  const seen: { finding: FoundSite; site: ObservedSite }[] = [];
  const [takenSites, takenFindings] = [new Set<ObservedSite>(), new Set<FoundSite>()];
  for (const { site, finding } of pairs.sort((a, b) => a.distance - b.distance)) {
    if (takenSites.has(site) || takenFindings.has(finding)) continue;
    takenSites.add(site);
    takenFindings.add(finding);
    seen.push({ finding, site });
  }
  return {
    seen,
    notFound: sites.filter((site) => !takenSites.has(site)),
    notSeen: findings.filter((finding) => !takenFindings.has(finding)),
    units: observed.reduce((sum, { units }) => sum + units, 0),
  };
}

/** How far a place is from a finding; undefined where it is another one. */
function distanceOf(site: ObservedSite, finding: FoundSite, terminal: Terminal): number | undefined {
  const callsSame = wordsOf(site.callee).includes(wordsOf(finding.callee).at(-1) ?? '');
  const linesTo = (place: Place): number =>
    resolve(terminal.cwd, place.file) === finding.path ? Math.abs(place.line - finding.line) : Infinity;
  const lines = linesTo(site);
  if (lines === 0) return Math.min(1, Math.abs(site.column - finding.column)) / 4;
  if (lines <= MOVED && callsSame) return lines;
  // The code behind the place may be where the finding is: a value that went through a variable.
  const behind = site.through.findIndex((place) => linesTo(place) === 0);
  return behind === -1 ? undefined : MOVED + 1 + behind;
}

function wordsOf(callee: string): string[] {
  return callee.match(/[\w$]+/g) ?? [];
}

/** The same place in several processes is one. */
function merged(sites: readonly ObservedSite[]): ObservedSite[] {
  const byPlace = new Map<string, ObservedSite>();
  for (const site of sites) {
    const key = `${site.file}:${site.line}:${site.column}`;
    const known = byPlace.get(key);
    byPlace.set(key, known === undefined ? site : sumOf(known, site));
  }
  return [...byPlace.values()];
}

function sumOf(one: ObservedSite, other: ObservedSite): ObservedSite {
  const units = new Map(one.units.map(({ name, count }) => [name, count]));
  for (const { name, count } of other.units) units.set(name, (units.get(name) ?? 0) + count);
  const [a, b] = [one.outcomes, other.outcomes];
  return {
    ...one,
    units: [...units].map(([name, count]) => ({ name, count })),
    count: one.count + other.count,
    longestMs: Math.max(one.longestMs, other.longestMs),
    outcomes: {
      settled: a.settled + b.settled,
      rejected: a.rejected + b.rejected,
      handled: a.handled + b.handled,
      collected: a.collected + b.collected,
      pending: a.pending + b.pending,
    },
  };
}
