import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Freshness } from './freshness.ts';
import type { Package, Packages } from './package.ts';
import { addTo } from '../syntax/grouping.ts';
import { isPersonal } from './bare-project.ts';
import { freshFor } from './freshness.ts';
import { isFile, isPackage, readManifest } from './manifest.ts';

/** Packages developed together, in an npm, pnpm, yarn, bun or Deno workspace, or in one repository. */
export interface Group {
  /** The folder that contains them all. */
  readonly root: string;
  /** Sorted by folder. */
  readonly packages: readonly Package[];
  /** The packages whose name is unique among them. */
  readonly byName: ReadonlyMap<string, Package>;
  /** The folders of the packages that depend, directly or through others, on the package in a folder; sorted. */
  dependentsOf(root: string): readonly string[];
}

/** If no manifest says which packages belong together, how many levels below the common folder are searched. */
const DEEPEST = 5;
/** Files in the folder of a whole project, in addition to or instead of a package.json. */
const MARKS = ['nx.json', 'lerna.json', 'rush.json', 'turbo.json', 'pnpm-workspace.yaml', '.gitignore'];
const ELSEWHERE = ['**/node_modules/**', '**/.git/**', '**/dist/**', '**/.next/**', '**/.output/**', '**/.yarn/**'];

/** Finds the group of packages that a file belongs to. */
export class Groups {
  readonly #packages: Packages;
  readonly #freshness: Freshness;
  readonly #onChange: () => void;
  /** By the root of a package. */
  readonly #rootsOf = new Map<string, { readonly root: string; readonly isDeclared: boolean }>();
  readonly #groups = new Map<string, { group: Group; readAt: number; freshMs: number }>();

  /** @param onChange - called when the packages of a group or their dependencies change */
  constructor(packages: Packages, freshness: Freshness, onChange: () => void) {
    this.#packages = packages;
    this.#freshness = freshness;
    this.#onChange = onChange;
  }

  /** The group of the package that contains `path`; only that package if it belongs to no group. */
  of(path: string): Group {
    const own = this.#packages.of(path);
    const place = this.#rootsOf.get(own.root) ?? folderOfAll(own);
    this.#rootsOf.set(own.root, place);
    const group = this.#groupAt(place);
    if (group.packages.some(({ root }) => root === own.root)) return group;
    // The declared workspace excludes it.
    return this.#groupAt({ root: own.root, isDeclared: true });
  }

  /** Forgets every group, so that each is looked up again on demand. */
  forget(): void {
    this.#rootsOf.clear();
    this.#groups.clear();
  }

  #groupAt({ root, isDeclared }: { readonly root: string; readonly isDeclared: boolean }): Group {
    const known = this.#groups.get(root);
    if (known !== undefined && this.#freshness.isFresh(known.readAt, known.freshMs)) return known.group;
    const start = Date.now();
    const packages = [...new Set([root, ...membersOf(root, isDeclared)])]
      .filter(isPackage)
      .sort()
      .map((folder) => this.#packages.of(join(folder, 'package.json')));
    const isSame =
      known?.group.packages.length === packages.length &&
      packages.every((each, index) => each === known.group.packages[index]);
    const group = isSame ? known.group : createGroup(root, packages);
    const readAt = Date.now();
    this.#groups.set(root, { group, readAt, freshMs: freshFor(readAt - start) });
    if (known !== undefined && !isSame) this.#onChange();
    return group;
  }
}

function createGroup(root: string, packages: readonly Package[]): Group {
  const named = new Map<string, Package | undefined>();
  for (const each of packages) {
    const { name } = each.manifest;
    if (name !== undefined) named.set(name, named.has(name) ? undefined : each);
  }
  const byName = new Map([...named].flatMap(([name, each]) => (each === undefined ? [] : [[name, each] as const])));
  const users = new Map<string, string[]>();
  for (const { root: user, manifest } of packages) {
    for (const name of manifest.dependencies) {
      const used = byName.get(name)?.root;
      if (used !== undefined && used !== user) addTo(users, used, user);
    }
  }
  const dependents = new Map<string, readonly string[]>();
  return {
    root,
    packages,
    byName,
    dependentsOf: (of) => {
      const known = dependents.get(of);
      if (known !== undefined) return known;
      const found = new Set<string>([of]);
      // The loop also visits the entries added while it runs.
      for (const used of found) for (const user of users.get(used) ?? []) found.add(user);
      found.delete(of);
      const sorted = [...found].sort();
      dependents.set(of, sorted);
      return sorted;
    },
  };
}

/**
 * The common folder of all packages that belong with one: the nearest workspace declared at or above it, otherwise the
 * repository, otherwise the outermost folder that looks like a project's.
 */
function folderOfAll({ root }: Package): { root: string; isDeclared: boolean } {
  let outermost = root;
  for (let at = root; !isPersonal(at); at = dirname(at)) {
    if (readManifest(at).members !== undefined) return { root: at, isDeclared: true };
    const isRepository = existsSync(join(at, '.git'));
    if (isRepository || ['package.json', ...MARKS].some((name) => isFile(join(at, name)))) outermost = at;
    if (isRepository) break;
  }
  return { root: outermost, isDeclared: false };
}

/** The folders of the packages below `root`: those that its manifest names, or all if no workspace is declared. */
function membersOf(root: string, isDeclared: boolean): string[] {
  const { globSync } = createRequire(import.meta.url)('tinyglobby') as typeof import('tinyglobby');
  const { members = [] } = readManifest(root);
  if (isDeclared && members.length === 0) return [];
  const excluded = members.flatMap((member) => (member.startsWith('!') ? [`${member.slice(1)}/**`] : []));
  const named = members.filter((member) => !member.startsWith('!')).map((member) => member.replace(/\/$/, ''));
  const manifests = ['package.json', 'deno.json', 'deno.jsonc'];
  return globSync(
    (isDeclared ? named : ['**']).flatMap((member) => manifests.map((name) => `${member}/${name}`)),
    {
      cwd: root,
      ignore: [...ELSEWHERE, ...excluded],
      followSymbolicLinks: false,
      ...(!isDeclared && { deep: DEEPEST }),
    },
  ).map((path) => dirname(join(root, path)));
}
