import { relative, sep } from 'node:path';
import type { Detector } from './detector.ts';
import type { Outcomes, Site } from './sites.ts';
import type { Position } from './source-map.ts';
import { clock } from './clock.ts';

/** A place in a file; lines and columns 1-based. */
export interface Place {
  /** Relative to `root` where it lies below it, with `/`; absolute elsewhere. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A place that launched work that outlived its request. */
export interface ObservedSite extends Place {
  /** The function that launched it, and what it launched; empty where they have no name. */
  readonly function: string;
  readonly callee: string;
  /** The routes of the requests, or names of other units, and how often each. */
  readonly units: readonly { readonly name: string; readonly count: number }[];
  readonly count: number;
  /** The longest time from the answer until it settled, or until now. */
  readonly longestMs: number;
  /** What became of them. `pending` is what an exit cuts off. */
  readonly outcomes: Readonly<Outcomes>;
  /** The calls that lead there, innermost first. */
  readonly through: readonly Place[];
}

/** What one thread has seen. Raised when a field changes its meaning or goes; new fields do not raise it. */
export interface Observed {
  readonly version: 1;
  /** The folder in which the process ran. */
  readonly root: string;
  /** Requests and other units that were begun, and those of them that had not ended. */
  readonly units: number;
  readonly running: number;
  readonly sites: readonly ObservedSite[];
  /** Where rejections came from that nobody handled, of what had not outlived its request. */
  readonly unhandled: readonly (Place & {
    readonly function: string;
    readonly callee: string;
    readonly count: number;
  })[];
  /** Losses at places beyond the thousand that are told apart. */
  readonly beyond: number;
}

export function observedBy({ sites, begun, running }: Detector, root: string): Observed {
  return {
    version: 1,
    root,
    units: begun,
    running,
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
