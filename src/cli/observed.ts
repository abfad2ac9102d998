import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Observed, ObservedSite, Place } from '../detect/report.ts';
import type { FoundSite, Survey } from './survey.ts';
import type { Terminal } from './terminal.ts';
import { CannotRun, sentenceOf } from './exit.ts';
import { shownPath } from './terminal.ts';

/** The rule's findings, compared with what the detector saw. */
export interface Joined {
  readonly seen: readonly { readonly finding: FoundSite; readonly site: ObservedSite }[];
  /** Seen, but not found. */
  readonly notFound: readonly ObservedSite[];
  /** Found, but not seen. */
  readonly notSeen: readonly FoundSite[];
  /** Promises rejected before the response and not handled. */
  readonly unhandled: Observed['unhandled'];
  /** The number of losses in places that the detector no longer told apart. */
  readonly beyond: number;
  /** The number of requests and other units that were watched. */
  readonly units: number;
}

/** The code may have moved by at most this many lines since it ran. */
const MOVED = 5;

/**
 * Reads the detector's files; there may be several, for example from workers. Returned places are relative to the
 * command's folder. Warns if none of the files they name exists.
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

/**
 * The server may have run in another folder or on another machine, so the files are looked up in the folder where most
 * of them exist.
 */
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

/**
 * Joins by place: on the same line, or on a nearby line with the same callee. Each finding is joined to at most one
 * place.
 */
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

/** How far a place is from a finding; undefined if they don't belong together. */
function distanceOf(site: ObservedSite, finding: FoundSite, terminal: Terminal): number | undefined {
  const callsSame = wordsOf(site.callee).includes(wordsOf(finding.callee).at(-1) ?? '');
  const linesTo = (place: Place): number =>
    resolve(terminal.cwd, place.file) === finding.path ? Math.abs(place.line - finding.line) : Infinity;
  const lines = linesTo(site);
  if (lines === 0) return Math.min(1, Math.abs(site.column - finding.column)) / 4;
  if (lines <= MOVED && callsSame) return lines;
  // The detector does not follow a promise through a variable, so the finding may be at an outer call.
  const behind = site.through.findIndex((place) => linesTo(place) === 0);
  return behind === -1 ? undefined : MOVED + 1 + behind;
}

function wordsOf(callee: string): string[] {
  return callee.match(/[\w$]+/g) ?? [];
}

/** Merges the same place, as seen in several processes. */
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
