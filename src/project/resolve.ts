import { isBuiltin } from 'node:module';
import { dirname, sep } from 'node:path';
import { counts } from '../syntax/counts.ts';
import type { GeneratedCode } from './generated.ts';
import type { Groups } from './groups.ts';
import type { Listings } from './listing.ts';
import type { NativeResolvers } from './native-resolvers.ts';
import type { DefaultAlias } from './own-modules.ts';
import type { Packages } from './package.ts';
import { Generated } from './generated.ts';
import { isDeclaring, loadResolvers } from './native-resolvers.ts';
import { OwnModules } from './own-modules.ts';
import { bareName, isRelative, withoutQuery } from './specifier.ts';
import { Tsconfigs } from './tsconfig.ts';

/** What an import specifier stands for: a file of the user's own code, or a package (or Node module) by name. */
export type Resolved = { readonly file: string } | { readonly module: string };

/** Says where the imports of a file lead, each once as long as no file comes or goes. */
export interface Resolver {
  /** What `specifier` stands for as imported from the file `from` (absolute); undefined when it leads nowhere. */
  resolve(specifier: string, from: string): Resolved | undefined;
  /**
   * The file that declares what a package gives (`index.d.ts`, of the package itself or of `@types`), as seen from the
   * file `from`; undefined where there is none.
   */
  typings(specifier: string, from: string): string | undefined;
}

/** What a catalog says that has to do with where imports lead. */
export interface ModuleFacts {
  /**
   * Modules that somebody else describes, though they are code of the user's own: workspace packages by name, files as
   * `./src/http.ts` from their package's root. These are taken for packages: nothing looks into them.
   */
  readonly described: ReadonlySet<string>;
  /** Aliases that frameworks have where nothing else is configured. */
  readonly aliases?: readonly DefaultAlias[];
  /** Packages that are known by what they give, wherever they lead. */
  readonly packageNames?: ReadonlySet<string>;
  /** Code of the user's own package that is known as a package, as a tool writes it. */
  readonly generated?: readonly GeneratedCode[];
}

/** What resolvers ask. */
export interface ResolverParts {
  readonly packages: Packages;
  readonly groups: Groups;
  readonly listings: Listings;
}

/** Resolvers by the facts that they go by. */
export class Resolvers {
  readonly #parts: ResolverParts;
  readonly #tsconfigs: Tsconfigs;
  #native: NativeResolvers | undefined;
  readonly #byFacts = new Map<string, ModuleResolver>();

  constructor(parts: ResolverParts) {
    this.#parts = parts;
    this.#tsconfigs = new Tsconfigs(parts.groups);
  }

  /** The resolver that goes by these facts; one for all that say the same. */
  for(facts: ModuleFacts): Resolver {
    const { described, aliases = [], packageNames = [], generated = [] } = facts;
    const says = generated.map((row) => ({ ...row, says: row.says.source }));
    const key = JSON.stringify([[...described].sort(), aliases, [...packageNames].sort(), says]);
    const known = this.#byFacts.get(key);
    if (known !== undefined) return known;
    const native = (): NativeResolvers => (this.#native ??= loadResolvers());
    const own = new OwnModules(facts, { ...this.#parts, tsconfigs: this.#tsconfigs, native });
    const { packages } = this.#parts;
    const made = new ModuleResolver(described, {
      packages,
      own,
      native,
      generated: new Generated(generated, packages),
    });
    this.#byFacts.set(key, made);
    return made;
  }

  /** Forgets where imports led, for when files come or go. */
  forget(): void {
    this.#native?.configured.clearCache();
    this.#native?.plain.clearCache();
    this.#native?.typings.clearCache();
    this.#native?.declared.clearCache();
    this.#tsconfigs.forget();
    for (const resolver of this.#byFacts.values()) resolver.forget();
  }
}

/** What answers where an import leads. */
interface Ways {
  readonly packages: Packages;
  readonly own: OwnModules;
  readonly native: () => NativeResolvers;
  readonly generated: Generated;
}

class ModuleResolver implements Resolver {
  readonly #described: ReadonlySet<string>;
  readonly #packages: Packages;
  readonly #own: OwnModules;
  readonly #native: () => NativeResolvers;
  readonly #generated: Generated;
  /** By importing file, then by specifier. */
  readonly #resolutions = new Map<string, Map<string, Resolved | undefined>>();

  constructor(described: ReadonlySet<string>, { packages, own, native, generated }: Ways) {
    this.#described = described;
    this.#packages = packages;
    this.#own = own;
    this.#native = native;
    this.#generated = generated;
  }

  resolve(specifier: string, from: string): Resolved | undefined {
    let known = this.#resolutions.get(from);
    if (known === undefined) {
      known = new Map();
      this.#resolutions.set(from, known);
    }
    const answer = known.get(specifier);
    if (answer !== undefined || known.has(specifier)) return answer;
    const resolved = this.#find(specifier, from);
    known.set(specifier, resolved);
    return resolved;
  }

  #find(specifier: string, from: string): Resolved | undefined {
    counts.resolved += 1;
    const described = this.#described;
    const name = bareName(specifier);
    if (isDeclaring(from) && isOfPackage(from) && !isBuiltin(name)) {
      const file = this.typings(specifier, from);
      return file === undefined ? undefined : { file };
    }
    if (isBuiltin(name) || described.has(name)) return { module: name };
    const path =
      this.#own.member(specifier, from) ??
      this.#installed(specifier, from) ??
      this.#own.other(specifier, from) ??
      this.#declared(specifier, from);
    const generated = this.#generated.module(specifier, from, path);
    if (generated !== undefined) return { module: generated };
    if (path !== undefined && !isOfPackage(path)) {
      const own = described.size === 0 ? undefined : moduleNameOf(path, this.#packages);
      if (own !== undefined && described.has(own)) return { module: own };
      return /\.[cm]?[jt]sx?$/.test(path) ? { file: path } : undefined;
    }
    return isRelative(specifier) ? undefined : { module: name };
  }

  /** The file that Node or a bundler would load, or its source where it is built of one. */
  #installed(specifier: string, from: string): string | undefined {
    const { configured, plain } = this.#native();
    const found =
      configured.resolveFileSync(from, specifier).path ??
      (isRelative(specifier) ? plain.sync(dirname(from), specifier).path : undefined);
    return found === undefined ? undefined : this.#own.sourceBefore(withoutQuery(found, specifier), from);
  }

  /** A file of the user's that only declares: `types/request.d.ts`. */
  #declared(specifier: string, from: string): string | undefined {
    const { path } = this.#native().declared.resolveFileSync(from, specifier);
    return path !== undefined && isDeclaring(path) ? path : undefined;
  }

  typings(specifier: string, from: string): string | undefined {
    const { typings } = this.#native();
    const declaring = (asked: string): string | undefined => {
      // The first knows `typesVersions`, the second Plug'n'Play.
      const { path } =
        process.versions['pnp'] === undefined
          ? typings.resolveDtsSync(from, asked)
          : typings.resolveFileSync(from, asked);
      return path !== undefined && isDeclaring(path) ? path : undefined;
    };
    return (
      declaring(specifier) ??
      (isRelative(specifier) ? undefined : declaring(`@types/${specifier.replace(/^@([^/]+)\//, '$1__')}`))
    );
  }

  forget(): void {
    this.#resolutions.clear();
    this.#generated.forget();
  }
}

function isOfPackage(path: string): boolean {
  return path.includes(`${sep}node_modules${sep}`);
}

/** What a described file is called: `./src/http.ts`, from the root of its package. */
export function moduleNameOf(path: string, packages: Packages): string {
  return `./${packages.placeOf(path)}`;
}
