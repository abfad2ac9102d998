import type { Launch } from './launch-site.ts';
import type { Position } from './source-map.ts';

/** How many places, and units of each place, are recorded separately; the rest are only counted. */
const MOST_SITES = 1000;
const MOST_UNITS = 20;

/** What became of promises that were lost at one place. */
export interface Outcomes {
  /** Fulfilled after the answer. */
  settled: number;
  /** Rejected after the answer, without a handler for it. */
  rejected: number;
  /** Rejected after the answer, when something had begun to wait for it. */
  handled: number;
  /** Garbage-collected, so it can never settle. */
  collected: number;
  /** Still pending; at the exit of the process, cut off by it. */
  pending: number;
}

export interface Site {
  readonly position: Position;
  readonly within: string;
  readonly callee: string;
  readonly through: readonly Position[];
  /** How often for each request (by its route) or other unit (by its name). */
  readonly units: Map<string, number>;
  count: number;
  /** The longest time from an answer until a promise settled. */
  longestMs: number;
  readonly outcomes: Outcomes;
  /** The losses that are still pending. */
  readonly open: Set<Loss>;
}

/** The record of one lost promise, without the promise itself. */
export interface Loss {
  readonly site: Site;
  /** When its unit ended. */
  readonly since: number;
  /** The name of its unit. */
  readonly unit: string;
}

/** Everything that is kept: places and counts. */
export class Sites {
  readonly #sites = new Map<string, Site>();
  /** Unhandled rejections of promises that did not outlive their unit, by their place (`at`). */
  readonly unhandled = new Map<Site, number>();
  /** Losses at places beyond those that are recorded. */
  beyond = 0;

  *[Symbol.iterator](): Generator<Site> {
    for (const site of this.#sites.values()) if (site.count > 0) yield site;
  }

  at({ position, within, callee, through }: Launch): Site | undefined {
    const key = `${position.file}:${position.line}:${position.column}`;
    const known = this.#sites.get(key);
    if (known !== undefined) return known;
    if (this.#sites.size >= MOST_SITES) return undefined;
    const site: Site = {
      position,
      within,
      callee,
      through,
      units: new Map(),
      count: 0,
      longestMs: 0,
      outcomes: { settled: 0, rejected: 0, handled: 0, collected: 0, pending: 0 },
      open: new Set(),
    };
    this.#sites.set(key, site);
    return site;
  }

  /** Records that a promise outlived its unit. */
  lose(launch: Launch, unit: string, since: number): Loss | undefined {
    const site = this.at(launch);
    if (site === undefined) {
      this.beyond += 1;
      return undefined;
    }
    site.count += 1;
    site.outcomes.pending += 1;
    const seen = site.units.get(unit);
    if (seen !== undefined || site.units.size < MOST_UNITS) site.units.set(unit, (seen ?? 0) + 1);
    const loss = { site, since, unit };
    site.open.add(loss);
    return loss;
  }

  end(loss: Loss, how: Exclude<keyof Outcomes, 'pending'>, now: number): void {
    const { site, since } = loss;
    if (!site.open.delete(loss)) return;
    site.outcomes.pending -= 1;
    site.outcomes[how] += 1;
    if (how !== 'collected') site.longestMs = Math.max(site.longestMs, now - since);
  }

  /** Withdraws a loss, because something now waits for the promise. */
  takeBack(loss: Loss): void {
    const { site, unit } = loss;
    if (!site.open.delete(loss)) return;
    site.outcomes.pending -= 1;
    site.count -= 1;
    const ofUnit = (site.units.get(unit) ?? 0) - 1;
    if (ofUnit > 0) site.units.set(unit, ofUnit);
    else site.units.delete(unit);
  }

  /** Records an unhandled rejection of a promise that did not outlive its unit. */
  reject(launch: Launch): void {
    const site = this.at(launch);
    if (site !== undefined) this.unhandled.set(site, (this.unhandled.get(site) ?? 0) + 1);
  }
}
