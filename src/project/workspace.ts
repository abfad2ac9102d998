import type { ModuleFacts, Resolver } from './resolve.ts';
import { Changes } from './changes.ts';
import { Files } from './files.ts';
import { Freshness } from './freshness.ts';
import { Groups } from './groups.ts';
import { Listings } from './listing.ts';
import { Packages } from './package.ts';
import { Resolvers } from './resolve.ts';
import { Trees } from './trees.ts';

/**
 * All that is known of a project, and all that is remembered of it. Each face makes one for its process or thread, and
 * passes it on; nothing in `src/` remembers anything elsewhere.
 */
export interface Workspace {
  readonly changes: Changes;
  readonly freshness: Freshness;
  readonly trees: Trees;
  readonly files: Files;
  readonly packages: Packages;
  readonly groups: Groups;
  readonly listings: Listings;
  /** The resolver that goes by what a catalog says of modules. */
  resolverFor(facts: ModuleFacts): Resolver;
  /** Takes the disk as it is now for unchanged; see `Freshness.freeze`. */
  freezeDisk(): void;
  /** Forgets all that is known of the disk. A process that writes files, or lives for several runs, starts each with it. */
  refresh(): void;
  /** What `make` gives for this workspace, made once; see `perWorkspace`. */
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
  const listings = new Listings(packages, freshness, forgetResolutions);
  const resolvers = new Resolvers({ packages, groups, listings });
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
 * A memory that a layer above keeps in the workspace: `const graphsOf = perWorkspace(() => new Map())`.
 *
 * @returns a function from a workspace to what `make` gave for it, the same object each time
 */
export function perWorkspace<Kept>(make: (workspace: Workspace) => Kept): (workspace: Workspace) => Kept {
  return (workspace) => workspace.kept(make);
}
