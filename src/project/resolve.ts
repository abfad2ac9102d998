import { isBuiltin } from 'node:module';
import { dirname } from 'node:path';
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
import { bareName, isInstalled, isRelative, withoutQuery } from './specifier.ts';
import { Tsconfigs } from './tsconfig.ts';

/** What an import specifier resolves to: a file of the user's own code, or a package (or Node module) by name. */
export type Resolved = { readonly file: string } | { readonly module: string };

/** Resolves the imports of a file. Remembers each answer while no file comes or goes. */
export interface Resolver {
  /** Resolves `specifier` as imported from the file `from` (absolute); undefined if it doesn't resolve. */
  resolve(specifier: string, from: string): Resolved | undefined;
  /**
   * The file with the declarations of a package (`index.d.ts`, in the package itself or in `@types`), as seen from the
   * file `from`; undefined if there is none.
   */
  typings(specifier: string, from: string): string | undefined;
}

/** The catalog's facts that matter for resolving imports. */
export interface ModuleFacts {
  /**
   * Modules described in settings, although they are the user's own code: workspace packages by name, and files such as
   * `./src/http.ts`, relative to the root of their package. They count as packages, so their code is not followed.
   */
  readonly described: ReadonlySet<string>;
  /** Default aliases of frameworks, used when nothing else is configured. */
  readonly aliases?: readonly DefaultAlias[];
  /** Packages that the catalog describes. They are not looked up among the packages of the workspace. */
  readonly packageNames?: ReadonlySet<string>;
  /** Code that a tool generates in the user's package, and that counts as a package. */
  readonly generated?: readonly GeneratedCode[];
}

/** The parts of a workspace that resolvers use. */
export interface ResolverParts {
  readonly packages: Packages;
  readonly groups: Groups;
  readonly listings: Listings;
}

/** The resolvers, one per set of facts. */
export class Resolvers {
  readonly #parts: ResolverParts;
  readonly #tsconfigs: Tsconfigs;
  #native: NativeResolvers | undefined;
  readonly #byFacts = new Map<string, ModuleResolver>();

  constructor(parts: ResolverParts) {
    this.#parts = parts;
    this.#tsconfigs = new Tsconfigs(parts.groups);
  }

  /** The resolver for these facts; equal facts share one. */
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

  /** Forgets all answers, for when files come or go. */
  forget(): void {
    this.#native?.configured.clearCache();
    this.#native?.plain.clearCache();
    this.#native?.typings.clearCache();
    this.#native?.declared.clearCache();
    this.#tsconfigs.forget();
    for (const resolver of this.#byFacts.values()) resolver.forget();
  }
}

/** The ways to resolve an import. */
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
    if (isDeclaring(from) && isInstalled(from) && !isBuiltin(name)) {
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
    if (path !== undefined && !isInstalled(path)) {
      const own = described.size === 0 ? undefined : moduleNameOf(path, this.#packages);
      if (own !== undefined && described.has(own)) return { module: own };
      return /\.[cm]?[jt]sx?$/.test(path) ? { file: path } : undefined;
    }
    return isRelative(specifier) ? undefined : { module: name };
  }

  /** The file that Node or a bundler would load, or the source that it is built from. */
  #installed(specifier: string, from: string): string | undefined {
    const { configured, plain } = this.#native();
    const found =
      configured.resolveFileSync(from, specifier).path ??
      (isRelative(specifier) ? plain.sync(dirname(from), specifier).path : undefined);
    return found === undefined ? undefined : this.#own.sourceBefore(withoutQuery(found, specifier), from);
  }

  /** A declaration file of the user's: `types/request.d.ts`. */
  #declared(specifier: string, from: string): string | undefined {
    const { path } = this.#native().declared.resolveFileSync(from, specifier);
    return path !== undefined && isDeclaring(path) ? path : undefined;
  }

  typings(specifier: string, from: string): string | undefined {
    const { typings } = this.#native();
    const declaring = (asked: string): string | undefined => {
      // The first supports `typesVersions`, the second Plug'n'Play.
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

/** The name of a described file: `./src/http.ts`, relative to the root of its package. */
export function moduleNameOf(path: string, packages: Packages): string {
  return `./${packages.placeOf(path)}`;
}
