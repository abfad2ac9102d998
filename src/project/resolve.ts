import type { GeneratedCode } from './generated.ts';
import type { Groups } from './groups.ts';
import type { Listings } from './listing.ts';
import type { NativeResolvers } from './native-resolvers.ts';
import type { DefaultAlias } from './own-modules.ts';
import type { Packages } from './package.ts';
import type { Reads } from '../syntax/reads.ts';
import { Generated } from './generated.ts';
import { ModuleResolver } from './module-resolver.ts';
import { loadResolvers } from './native-resolvers.ts';
import { OwnModules } from './own-modules.ts';
import { Tsconfigs } from './tsconfig.ts';

/** What an import specifier resolves to: a file of the user's own code, or a package (or Node module) by name. */
export type Resolved = { readonly file: string } | { readonly module: string };

/** Resolves the imports of a file. Remembers each answer, and looks it up again when files come or go. */
export interface Resolver {
  /** Resolves `specifier` as imported from the file `from` (absolute); undefined if it doesn't resolve. */
  resolve(specifier: string, from: string): Resolved | undefined;
  /**
   * The file with the declarations of a package (`index.d.ts`, in the package itself or in `@types`), as seen from the
   * file `from`; undefined if there is none.
   */
  typings(specifier: string, from: string): string | undefined;
  /** The answers so far, as plain data. */
  saved(): SavedResolutions;
  /** Takes over the answers of an earlier process. */
  restore(saved: SavedResolutions): void;
}

/** By importing file, then by specifier; null for what doesn't resolve. */
export type SavedResolutions = readonly (readonly [
  from: string,
  answers: readonly (readonly [specifier: string, answer: Resolved | null])[],
])[];

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
  /** Records whose imports an answer depends on. */
  readonly reads: Reads;
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
    const { packages, reads } = this.#parts;
    const made = new ModuleResolver(described, {
      packages,
      own,
      native,
      generated: new Generated(generated, packages),
      reads,
    });
    this.#byFacts.set(key, made);
    return made;
  }

  /** Forgets all answers, for when anything may have changed. */
  forget(): void {
    this.#forgetDisk();
    for (const resolver of this.#byFacts.values()) resolver.forget();
  }

  /** Looks every import up again, for when files came or went. Returns the files with an import that has changed. */
  revise(): ReadonlySet<string> {
    this.#forgetDisk();
    return new Set([...this.#byFacts.values()].flatMap((resolver) => resolver.revise()));
  }

  #forgetDisk(): void {
    this.#native?.configured.clearCache();
    this.#native?.plain.clearCache();
    this.#native?.typings.clearCache();
    this.#native?.declared.clearCache();
    this.#tsconfigs.forget();
  }
}
