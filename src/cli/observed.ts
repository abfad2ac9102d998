import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
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
  /** Rejected before the response, and not handled. */
  readonly unhandled: Observed['unhandled'];
  /** Losses at places beyond those that the detector tells apart. */
  readonly beyond: number;
  /** Requests and other units that were watched. */
  readonly units: number;
}

/** By so many lines code may have moved since it ran. */
const MOVED = 5;

/**
 * Reads what the detector has written; several files, as of workers, are put together. Places are then relative to the
 * folder of the command. Warns where none of the files is there.
 */
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
    return inFolderOfCommand(content as Observed, file, terminal);
  });
}

/** The server may have run in another folder, or on another machine: the files are looked for where most of them are. */
function inFolderOfCommand(observed: Observed, file: string, terminal: Terminal): Observed {
  const { sites, root } = observed;
  const { unhandled = [], beyond = 0 } = observed as Partial<Observed>;
  const places = [...sites, ...sites.flatMap(({ through }) => through), ...unhandled];
  const names = [...new Set(places.map((place) => place.file))];
  const foundIn = (folder: string): number => names.filter((name) => existsSync(resolve(folder, name))).length;
  const folders = [terminal.cwd, root, dirname(file)].filter((folder) => typeof folder === 'string');
  const folder = folders.reduce((best, other) => (foundIn(other) > foundIn(best) ? other : best), terminal.cwd);
  if (names.length > 0 && foundIn(folder) === 0)
    terminal.warn(
      `None of the files that ${shownPath(file, terminal)} names is here (${String(names[0])} …). The server ran in ` +
        `${root}: run the command in that folder of the project, so that places can be joined to findings.`,
    );
  const placed = <P extends Place>(place: P): P => ({
    ...place,
    file: shownPath(resolve(folder, place.file), terminal),
  });
  return {
    ...observed,
    sites: sites.map((site) => ({ ...placed(site), through: site.through.map(placed) })),
    unhandled: unhandled.map(placed),
    beyond,
  };
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
    unhandled: observed.flatMap(({ unhandled }) => unhandled),
    beyond: observed.reduce((sum, { beyond }) => sum + beyond, 0),
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
