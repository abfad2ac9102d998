import { dirname, join, resolve, sep } from 'node:path';
import type { NativeResolvers } from './native-resolvers.ts';
import type { Package } from './package.ts';
import type { ModuleFacts, ResolverParts } from './resolve.ts';
import type { Tsconfigs } from './tsconfig.ts';
import { isDeclaring } from './native-resolvers.ts';
import { BEGINNINGS, sourcesOf } from './sources.ts';
import { isInstalled, isRelative, matchPatterns, splitSpecifier, targetsOf } from './specifier.ts';

/** The default alias of a framework: `$lib` for `src/lib`, in packages that depend on one of `packages`. */
export interface DefaultAlias {
  readonly alias: string;
  /** Relative to the root of the package; the first folder that contains the file counts. */
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

interface Parts extends ResolverParts {
  readonly tsconfigs: Tsconfigs;
  readonly native: () => NativeResolvers;
}

/**
 * Resolves imports to the user's own files where Node would find nothing: to packages of the workspace that are not
 * installed, to the sources of files that are not built yet, through a tsconfig of which only a part is readable, and
 * by the aliases of frameworks.
 */
export class OwnModules {
  readonly #facts: ModuleFacts;
  readonly #parts: Parts;

  constructor(facts: ModuleFacts, parts: Parts) {
    this.#facts = facts;
    this.#parts = parts;
  }

  /** The file in a package of the workspace that the package of `from` depends on. */
  member(specifier: string, from: string): string | undefined {
    if (isRelative(specifier) || specifier.startsWith('#')) return undefined;
    const { packages } = this.#parts;
    const { name } = splitSpecifier(specifier);
    if (packages.of(from).manifest.name !== name && !packages.dependsOn(from, [name])) return undefined;
    return this.#named(specifier, from);
  }

  /** The file that an import resolves to when nothing else finds one. */
  other(specifier: string, from: string): string | undefined {
    if (isRelative(specifier)) {
      const target = resolve(dirname(from), specifier);
      return this.#sourceOf(target) ?? this.#beside(target, from) ?? this.#rooted(specifier, from);
    }
    return (
      this.#imported(specifier, from) ??
      this.#configured(specifier, from) ??
      this.#aliased(specifier, from) ??
      this.#named(specifier, from)
    );
  }

  /** The source of a built file that is left out of its package; any other file itself. */
  sourceBefore(path: string, from: string): string {
    if (isInstalled(path) || !/[\\/](?:dist|build|lib|out|output|esm|cjs|es)[\\/]/.test(path)) return path;
    // Whether there is a source takes less time to find out than what is built.
    const source = this.#sourceOf(path);
    if (source === undefined) return path;
    const { listings } = this.#parts;
    return listings.isLeftOut(path) && !listings.isLeftOut(from) ? source : path;
  }

  /** `#lib/audit`, by the `imports` of the package's manifest. */
  #imported(specifier: string, from: string): string | undefined {
    const { root, manifest } = this.#parts.packages.of(from);
    const targets = specifier.startsWith('#') ? targetsOf(manifest.imports, specifier) : [];
    return first(targets, (target) => (isRelative(target) ? this.#leading(join(root, target)) : undefined));
  }

  /** By `paths` and `baseUrl` of a tsconfig. */
  #configured(specifier: string, from: string): string | undefined {
    return first(this.#parts.tsconfigs.near(from), ({ paths, baseUrl }) =>
      first(
        [...matchPatterns(specifier, paths), ...(baseUrl === undefined ? [] : [join(baseUrl, specifier)])],
        (target) => this.#leading(target),
      ),
    );
  }

  /** A relative import, by the `rootDirs` of a tsconfig. */
  #beside(target: string, from: string): string | undefined {
    return first(this.#parts.tsconfigs.near(from), ({ rootDirs }) => {
      const holding = rootDirs.find((folder) => target.startsWith(folder + sep));
      if (holding === undefined) return undefined;
      return first(rootDirs, (folder) => this.#fileAt(folder + target.slice(holding.length)));
    });
  }

  /** `/imports/api/tasks`, from the root of the package, as in Meteor and Vite. */
  #rooted(specifier: string, from: string): string | undefined {
    return specifier.startsWith('/') ? this.#leading(join(this.#parts.packages.of(from).root, specifier)) : undefined;
  }

  /** By a framework's alias, or Deno's import map. */
  #aliased(specifier: string, from: string): string | undefined {
    const { packages } = this.#parts;
    const { root, manifest } = packages.of(from);
    const mapped = first(Object.entries(manifest.importMap ?? {}), ([key, target]) =>
      key === specifier || (key.endsWith('/') && specifier.startsWith(key))
        ? this.#leading(join(root, target + specifier.slice(key.length)))
        : undefined,
    );
    return (
      mapped ??
      first(this.#facts.aliases ?? [], ({ alias, folders, packages: names }) => {
        if (specifier !== alias && !specifier.startsWith(`${alias}/`)) return undefined;
        if (!packages.dependsOn(from, names)) return undefined;
        return first(folders, (folder) => this.#fileAt(join(root, folder, specifier.slice(alias.length))));
      })
    );
  }

  /** A package of the workspace by its name, whether or not a manifest lists it as a dependency. */
  #named(specifier: string, from: string): string | undefined {
    const { name, subpath } = splitSpecifier(specifier);
    if (this.#facts.packageNames?.has(name) === true) return undefined;
    const found = this.#parts.groups.of(from).byName.get(name);
    return found === undefined ? undefined : this.#inPackage(found, subpath, from);
  }

  #inPackage({ root, manifest }: Package, subpath: string, from: string): string | undefined {
    const exported = targetsOf(manifest.exports, subpath === '' ? '.' : `./${subpath}`);
    const targets = [...exported, ...(subpath === '' ? (manifest.entries ?? []) : [subpath])].map((target) =>
      join(root, target),
    );
    const { listings } = this.#parts;
    const present = (target: string): string | undefined => {
      const file = this.#fileAt(target);
      return file === undefined || listings.isLeftOut(file) ? undefined : file;
    };
    const built = first(targets, (target) => this.#fileAt(target));
    const source = first(targets, (target) => present(target) ?? this.#sourceOf(target));
    // Built code imports built code. Finding out what is built takes a listing of the whole package.
    const isBuilt = source !== undefined && built !== undefined && source !== built && listings.isLeftOut(from);
    const found = isBuilt ? built : (source ?? built);
    if (found !== undefined) return found;
    const conventional = subpath === '' ? BEGINNINGS : [`src/${subpath}`, `lib/${subpath}`];
    return first(conventional, (place) => this.#fileAt(join(root, place)));
  }

  /** The file at a path, or the source that it would be built from. */
  #leading(target: string): string | undefined {
    return this.#fileAt(target) ?? this.#sourceOf(target);
  }

  #sourceOf(target: string): string | undefined {
    const { packages } = this.#parts;
    const { root } = packages.of(target);
    return first(sourcesOf(packages.placeOf(target)), (source) => this.#fileAt(join(root, source)));
  }

  /**
   * The code file that an import's path means: the path may lack its extension, have that of the built file, or be a
   * folder.
   */
  #fileAt(target: string): string | undefined {
    const { path } = this.#parts.native().plain.sync(dirname(target), target);
    return path !== undefined && /\.[cm]?[jt]sx?$/.test(path) && !isDeclaring(path) ? path : undefined;
  }
}

function first<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
