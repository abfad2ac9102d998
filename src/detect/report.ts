import { relative, sep } from 'node:path';
import type { Detector } from './detector.ts';
import type { Outcomes, Site } from './sites.ts';
import type { Position } from './source-map.ts';
import { clock } from './clock.ts';

/** A place in a file; lines and columns 1-based. */
export interface Place {
  /** Relative to `root`, with `/`, if it is below it; else absolute. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A place that launched work that outlived its request. */
export interface ObservedSite extends Place {
  /** The function that launched it, and what it launched; empty if they have no name. */
  readonly function: string;
  readonly callee: string;
  /** The routes of the requests, or the names of other units, and how often each occurred. */
  readonly units: readonly { readonly name: string; readonly count: number }[];
  readonly count: number;
  /** The longest time from the answer until it settled, or until now. */
  readonly longestMs: number;
  /** What became of the promises. An exit cuts off those that are `pending`. */
  readonly outcomes: Readonly<Outcomes>;
  /** The calls that lead there, innermost first. */
  readonly through: readonly Place[];
}

/** What one thread observed. `version` is raised when a field changes its meaning or is removed, not for new fields. */
export interface Observed {
  readonly version: 1;
  /** The folder in which the process ran. */
  readonly root: string;
  /** How many requests and other units have begun, and how many of them have not ended. */
  readonly units: number;
  readonly running: number;
  readonly sites: readonly ObservedSite[];
  /** Where unhandled rejections came from, for promises that did not outlive their request. */
  readonly unhandled: readonly (Place & {
    readonly function: string;
    readonly callee: string;
    readonly count: number;
  })[];
  /** Losses at places beyond the thousand that are recorded separately. */
  readonly beyond: number;
}

export function observedBy({ sites, units }: Detector, root: string): Observed {
  return {
    version: 1,
    root,
    units: units.begun,
    running: units.open.size,
    sites: [...sites].map((site) => siteRecord(site, root)).sort((a, b) => b.count - a.count),
    unhandled: [...sites.unhandled].map(([site, count]) => ({
      ...placeOf(site.position, root),
      function: site.within,
      callee: site.callee,
      count,
    })),
    beyond: sites.beyond,
  };
}

function siteRecord(site: Site, root: string): ObservedSite {
  const now = clock.now();
  const ages = [...site.open].map(({ since }) => now - since);
  return {
    ...placeOf(site.position, root),
    function: site.within,
    callee: site.callee,
    units: [...site.units].map(([name, count]) => ({ name, count })),
    count: site.count,
    longestMs: Math.round(ages.reduce((longest, age) => Math.max(longest, age), site.longestMs)),
    outcomes: { ...site.outcomes },
    through: site.through.map((position) => placeOf(position, root)),
  };
}

function placeOf({ file, line, column }: Position, root: string): Place {
  const path = relative(root, file);
  return { file: path.startsWith('..') ? file : path.split(sep).join('/'), line, column };
}
