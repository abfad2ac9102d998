import { join } from 'node:path';
import type { ModuleFacts, Resolver } from './resolve.ts';
import { Changes } from './changes.ts';
import { placesChanged } from './comings.ts';
import { Files } from './files.ts';
import { Freshness } from './freshness.ts';
import { Groups } from './groups.ts';
import { Listings } from './listing.ts';
import { Packages } from './package.ts';
import { Resolvers } from './resolve.ts';
import { Trees } from './trees.ts';

/**
 * Everything known and remembered about a project. Each face creates one for its process or thread, and passes it on.
 * Nothing else in `src/` remembers anything.
 */
export interface Workspace {
  readonly changes: Changes;
  readonly freshness: Freshness;
  readonly trees: Trees;
  readonly files: Files;
  readonly packages: Packages;
  readonly groups: Groups;
  readonly listings: Listings;
  /** The resolver for the catalog's facts about modules. */
  resolverFor(facts: ModuleFacts): Resolver;
  /** Looks every import up again, for when files came or went. Returns the files with an import that has changed. */
  reviseResolutions(): ReadonlySet<string>;
  /** The disk counts as unchanged from now on; see `Freshness.freeze`. */
  freezeDisk(): void;
  /**
   * Forgets everything read from the disk. A process that writes files, or performs several runs, calls it before each.
   */
  refresh(): void;
  /** The result of `make` for this workspace, created once; see `perWorkspace`. */
  kept<Kept>(make: (workspace: Workspace) => Kept): Kept;
}

export function createWorkspace(heapInUse?: () => number): Workspace {
  const changes = new Changes();
  const freshness = new Freshness();
  const trees = new Trees(heapInUse);
  const files = new Files(changes, freshness, trees);
  const packages = new Packages(freshness);
  const forgetResolutions = (): void => {
    resolvers.forget();
    changes.note();
  };
  const groups = new Groups(packages, freshness, forgetResolutions);
  const listings = new Listings(packages, freshness, (unit, comings) => {
    // A package.json that comes or goes moves files to another package.
    const { root } = packages.of(join(unit, 'any.js'));
    if (comings === undefined || comings.came.some((path) => packages.of(path).root !== root)) {
      packages.forget();
      groups.forget();
      forgetResolutions();
      return;
    }
    // Few answers have read these places, but those about all files of a package are only checked in a new generation.
    for (const place of placesChanged([unit], comings)) changes.note(place);
    for (const path of [...comings.went, ...resolvers.revise()]) changes.note(path);
  });
  const resolvers = new Resolvers({ packages, groups, listings, reads: changes.reads });
  const kept = new Map<unknown, unknown>();
  const workspace: Workspace = {
    changes,
    freshness,
    trees,
    files,
    packages,
    groups,
    listings,
    resolverFor: (facts) => resolvers.for(facts),
    reviseResolutions: () => resolvers.revise(),
    freezeDisk: () => {
      freshness.freeze();
    },
    refresh: () => {
      listings.forget();
      packages.forget();
      groups.forget();
      files.forget();
      forgetResolutions();
    },
    kept: <Kept>(make: (workspace: Workspace) => Kept): Kept => {
      if (!kept.has(make)) kept.set(make, make(workspace));
      return kept.get(make) as Kept;
    },
  };
  return workspace;
}

/**
 * Data that a higher layer keeps in the workspace: `const graphsOf = perWorkspace(() => new Map())`.
 *
 * @returns a function from a workspace to the result of `make` for it, the same object each time
 */
export function perWorkspace<Kept>(make: (workspace: Workspace) => Kept): (workspace: Workspace) => Kept {
  return (workspace) => workspace.kept(make);
}
