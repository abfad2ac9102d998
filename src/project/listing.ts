import { join, sep } from 'node:path';
import type { Comings } from './comings.ts';
import type { Freshness } from './freshness.ts';
import type { Packages } from './package.ts';
import type { Listing, LeftOut } from './package-files.ts';
import type { Traces } from './traces.ts';
import { outputOf } from './built.ts';
import { comingsSince } from './comings.ts';
import { freshFor } from './freshness.ts';
import { listPackage, loadTools } from './package-files.ts';
import { hasChanged, realTime, tracesOf } from './traces.ts';

interface Known {
  readonly listing: Listing;
  readonly traces: Traces;
  readonly listedAt: number;
  readonly freshMs: number;
  checkedAt: number;
}

/** How long traces are relied on. What they miss is found then: a script that has become a bundle. */
const TRACES_MS = 60_000;

/** The code files of each package. */
export class Listings {
  readonly #packages: Packages;
  readonly #freshness: Freshness;
  readonly #onChange: (unit: string, comings: Comings | undefined) => void;
  readonly #listings = new Map<string, Known>();

  /** @param onChange - called when a listing has changed, because an import may now resolve to another file */
  constructor(
    packages: Packages,
    freshness: Freshness,
    onChange: (unit: string, comings: Comings | undefined) => void,
  ) {
    this.#packages = packages;
    this.#freshness = freshness;
    this.#onChange = onChange;
  }

  /**
   * The code files of the package at `unit` (absolute paths, sorted), without dependencies, tests, nested packages and
   * files left out for a reason. If `unit` is a folder of built code (see `unitOf`), the files in it are included.
   * Checked again after some seconds, because files may be created while an editor is open, and listed again if a
   * folder has changed. The set stays the same object while no file comes or goes.
   */
  filesOf(unit: string): ReadonlySet<string> {
    return this.listingOf(unit).files;
  }

  /** Like `filesOf`, with the files left out and the reasons. */
  listingOf(unit: string): Listing {
    const known = this.#listings.get(unit);
    if (known !== undefined && this.#freshness.isFresh(known.checkedAt, known.freshMs)) return known.listing;
    if (known !== undefined && this.#freshness.isFresh(known.listedAt, TRACES_MS) && !hasChanged(known.traces)) {
      known.checkedAt = Date.now();
      return known.listing;
    }
    // Loading the tools happens once, and does not count as the cost of listing.
    loadTools();
    const start = Date.now();
    const { listing, traces } = this.#list(unit);
    const listedAt = Date.now();
    const now = { traces, listedAt, checkedAt: listedAt, freshMs: freshFor(listedAt - start) };
    if (known === undefined) {
      this.#listings.set(unit, { listing, ...now });
      return listing;
    }
    const comings = comingsSince({ files: known.listing.files, leftOut: known.listing.leftOut.keys() }, listing, unit);
    const isSame = comings?.came.length === 0 && comings.went.length === 0;
    // The same set tells that no file came or went.
    const present = isSame ? { ...known.listing, tests: listing.tests } : listing;
    this.#listings.set(unit, { listing: present, ...now });
    // Code may import a file in a folder of tests.
    if (!isSame || known.listing.tests !== listing.tests) this.#onChange(unit, comings);
    return present;
  }

  /**
   * The argument of `filesOf` for the files that belong with `path`: the root of its package, or the folder of built
   * code that contains it, if it is left out. When built code is analyzed, the built code that it runs must be, too.
   */
  unitOf(path: string): string {
    const { root } = this.#packages.of(path);
    const reason = this.whyLeftOut(path);
    if (reason === undefined || reason === 'bundle') return root;
    const output = outputOf(this.#packages.placeOf(path));
    return output === undefined ? root : join(root, output);
  }

  /** Whether an existing code file is left out of its package. */
  isLeftOut(path: string): boolean {
    return this.whyLeftOut(path) !== undefined;
  }

  /** Why a code file is left out of its package; undefined if it is not. */
  whyLeftOut(path: string): LeftOut | undefined {
    return this.listingOf(this.#packages.of(path).root).leftOut.get(path);
  }

  /** Sets the listing of a package that somebody else has just made. */
  give(unit: string, listing: Listing): void {
    const listedAt = Date.now();
    const traces = new Map([[unit, undefined]]);
    this.#listings.set(unit, { listing, traces, listedAt, checkedAt: listedAt, freshMs: freshFor(0) });
  }

  /** The listings made so far, by unit. */
  known(): (readonly [unit: string, listing: Listing])[] {
    return [...this.#listings].map(([unit, { listing }]) => [unit, listing]);
  }

  /** Forgets every listing, so that each is made again on demand. */
  forget(): void {
    this.#listings.clear();
  }

  #list(unit: string): Pick<Known, 'listing' | 'traces'> {
    const { root } = this.#packages.of(join(unit, 'any.js'));
    if (root !== unit) {
      const listing = withOutput(this.listingOf(root), unit);
      return { listing, traces: this.#listings.get(root)?.traces ?? new Map<string, undefined>() };
    }
    const since = realTime();
    const { listing, read } = listPackage(root);
    return { listing, traces: tracesOf(read, since) };
  }
}

/** A listing that also contains the left-out files in a folder of built code. */
function withOutput({ files, leftOut, tests }: Listing, folder: string): Listing {
  const isIn = ([path, reason]: [string, LeftOut]): boolean => path.startsWith(folder + sep) && reason !== 'bundle';
  const added = [...leftOut].filter(isIn).map(([path]) => path);
  return {
    files: new Set([...files, ...added].sort()),
    leftOut: new Map([...leftOut].filter((entry) => !isIn(entry))),
    tests,
  };
}
