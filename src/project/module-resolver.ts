import { isBuiltin } from 'node:module';
import { dirname } from 'node:path';
import type { Generated } from './generated.ts';
import type { NativeResolvers } from './native-resolvers.ts';
import type { OwnModules } from './own-modules.ts';
import type { Packages } from './package.ts';
import type { Resolved, Resolver, SavedResolutions } from './resolve.ts';
import type { Reads } from '../syntax/reads.ts';
import { counts } from '../syntax/counts.ts';
import { isDeclaring } from './native-resolvers.ts';
import { bareName, isInstalled, isRelative, withoutQuery } from './specifier.ts';

/** The ways to resolve an import. */
interface Ways {
  readonly packages: Packages;
  readonly own: OwnModules;
  readonly native: () => NativeResolvers;
  readonly generated: Generated;
  readonly reads: Reads;
}

/** Resolves imports with one set of facts. */
export class ModuleResolver implements Resolver {
  readonly #described: ReadonlySet<string>;
  readonly #packages: Packages;
  readonly #own: OwnModules;
  readonly #native: () => NativeResolvers;
  readonly #generated: Generated;
  readonly #reads: Reads;
  /** By importing file, then by specifier. */
  readonly #resolutions = new Map<string, Map<string, Resolved | undefined>>();

  constructor(described: ReadonlySet<string>, { packages, own, native, generated, reads }: Ways) {
    this.#described = described;
    this.#packages = packages;
    this.#own = own;
    this.#native = native;
    this.#generated = generated;
    this.#reads = reads;
  }

  resolve(specifier: string, from: string): Resolved | undefined {
    // A file changes if one of its imports does. Its text may be known without being read.
    this.#reads.note(from);
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

  /** Forgets all answers. */
  forget(): void {
    this.#resolutions.clear();
    this.#generated.forget();
  }

  /** Looks every import up again. Returns the files with an import that has changed. */
  revise(): string[] {
    this.#generated.forget();
    return [...this.#resolutions].flatMap(([from, known]) => {
      let isSame = true;
      for (const [specifier, before] of known) {
        const answer = this.#find(specifier, from);
        if (nameOf(answer) === nameOf(before)) continue;
        known.set(specifier, answer);
        isSame = false;
      }
      return isSame ? [] : [from];
    });
  }

  saved(): SavedResolutions {
    return [...this.#resolutions].map(([from, known]) => [
      from,
      [...known].map(([specifier, answer]) => [specifier, answer ?? null]),
    ]);
  }

  restore(saved: SavedResolutions): void {
    for (const [from, answers] of saved) {
      const known = this.#resolutions.get(from) ?? new Map<string, Resolved | undefined>();
      this.#resolutions.set(from, known);
      for (const [specifier, answer] of answers) if (!known.has(specifier)) known.set(specifier, answer ?? undefined);
    }
  }
}

function nameOf(resolved: Resolved | undefined): string | undefined {
  return resolved === undefined ? undefined : 'file' in resolved ? `file ${resolved.file}` : resolved.module;
}

/** The name of a described file: `./src/http.ts`, relative to the root of its package. */
export function moduleNameOf(path: string, packages: Packages): string {
  return `./${packages.placeOf(path)}`;
}
