import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import type { Comings } from './comings.ts';
import type { Freshness } from './freshness.ts';
import type { Packages } from './package.ts';
import { builtAmong, outputOf } from './built.ts';
import { isBundle } from './bundle.ts';
import { comingsSince } from './comings.ts';
import { freshFor } from './freshness.ts';
import { ignoredIn } from './gitignore.ts';
import { isPackage } from './manifest.ts';

const EXTENSIONS = '{js,jsx,mjs,cjs,ts,tsx,mts,cts}';
const MANIFESTS = ['**/package.json', '**/deno.json', '**/deno.jsonc'];
const NEVER = [
  '**/node_modules/**',
  '**/.git/**',
  '**/.next/**',
  '**/.nuxt/**',
  '**/.output/**',
  '**/.svelte-kit/**',
  '**/*.d.ts',
  '**/*.d.mts',
  '**/*.d.cts',
  '**/*.min.js',
];

/**
 * Why code of a package is not among its files: git ignores it, it is built from other files, it is a bundle, or it
 * belongs to a coverage report.
 */
export type LeftOut = 'ignored' | 'built' | 'bundle' | 'coverage';

/** The code of a package, by absolute paths. */
export interface Listing {
  /** Sorted. */
  readonly files: ReadonlySet<string>;
  readonly leftOut: ReadonlyMap<string, LeftOut>;
  /** The number of test files, which the rule ignores. */
  readonly tests: number;
}

/** The code files of each package. */
export class Listings {
  readonly #packages: Packages;
  readonly #freshness: Freshness;
  readonly #onChange: (unit: string, comings: Comings | undefined) => void;
  readonly #listings = new Map<string, { listing: Listing; listedAt: number; freshMs: number }>();

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
   * Listed again after some seconds, because files may be created while an editor is open. The set stays the same
   * object while no file comes or goes.
   */
  filesOf(unit: string): ReadonlySet<string> {
    return this.listingOf(unit).files;
  }

  /** Like `filesOf`, with the files left out and the reasons. */
  listingOf(unit: string): Listing {
    const known = this.#listings.get(unit);
    if (known !== undefined && this.#freshness.isFresh(known.listedAt, known.freshMs)) return known.listing;
    // Loading the tools happens once, and does not count as the cost of listing.
    loadTools();
    const start = Date.now();
    const { root } = this.#packages.of(join(unit, 'any.js'));
    const listing = root === unit ? list(root) : withOutput(this.listingOf(root), unit);
    const listedAt = Date.now();
    const freshMs = freshFor(listedAt - start);
    if (known === undefined) {
      this.#listings.set(unit, { listing, listedAt, freshMs });
      return listing;
    }
    const comings = comingsSince({ files: known.listing.files, leftOut: known.listing.leftOut.keys() }, listing, unit);
    const isSame = comings?.came.length === 0 && comings.went.length === 0;
    // The same set tells that no file came or went.
    const present = isSame ? { ...known.listing, tests: listing.tests } : listing;
    this.#listings.set(unit, { listing: present, listedAt, freshMs });
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
    this.#listings.set(unit, { listing, listedAt: Date.now(), freshMs: freshFor(0) });
  }

  /** The listings made so far, by unit. */
  known(): (readonly [unit: string, listing: Listing])[] {
    return [...this.#listings].map(([unit, { listing }]) => [unit, listing]);
  }

  /** Forgets every listing, so that each is made again on demand. */
  forget(): void {
    this.#listings.clear();
  }
}

function loadTools(): typeof import('tinyglobby') {
  const require = createRequire(import.meta.url);
  require('ignore');
  return require('tinyglobby') as typeof import('tinyglobby');
}

function list(root: string): Listing {
  const { globSync } = loadTools();
  const found = globSync([`**/*.${EXTENSIONS}`, ...MANIFESTS, '**/.gitignore'], {
    cwd: root,
    ignore: NEVER,
    followSymbolicLinks: false,
    dot: false,
  });
  const nested = [
    ...new Set(found.flatMap((path) => /^(.*\/)(?:package\.json|deno\.jsonc?)$/.exec(path)?.[1] ?? [])),
  ].filter((folder) => isPackage(join(root, folder)));
  const own = found.filter((path) => !nested.some((folder) => path.startsWith(folder)));
  const all = own.filter((path) => !/(?:\.jsonc?|\.gitignore)$/.test(path));
  const code = all.filter((path) => !isTestFile(path));
  const isIgnored = ignoredIn(
    root,
    own.filter((path) => path.endsWith('/.gitignore')),
  );
  const absolute = (path: string): string => join(root, path.split('/').join(sep));
  const leftOut = new Map<string, LeftOut>();
  const kept = code.filter((path) => {
    const reason = isIgnored(path) ? 'ignored' : isCoverage(path) ? 'coverage' : undefined;
    if (reason !== undefined) leftOut.set(absolute(path), reason);
    return reason === undefined;
  });
  const built = builtAmong(kept);
  const files = new Set<string>();
  for (const path of kept.sort()) {
    const file = absolute(path);
    const reason = built.has(path) ? 'built' : isBundle(file) ? 'bundle' : undefined;
    if (reason === undefined) files.add(file);
    else leftOut.set(file, reason);
  }
  return { files, leftOut, tests: all.length - code.length };
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

/**
 * Whether a path from the package's root (with `/`) belongs to a coverage report. A folder named `coverage` among the
 * sources may be about anything.
 */
function isCoverage(path: string): boolean {
  return /^coverage\/|(?:^|\/)lcov-report\//.test(path);
}

/** Whether a path from the package's root (with `/`) is a test's; the rule ignores tests. */
export function isTestFile(path: string): boolean {
  return /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e|cypress|spec)\/|\.(?:test|spec|e2e|stories|cy)\.[cm]?[jt]sx?$/.test(
    path,
  );
}
