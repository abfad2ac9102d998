import { createRequire, isBuiltin } from 'node:module';
import { dirname, relative, sep } from 'node:path';
import { counts } from '../syntax/counts.ts';
import type { Packages } from './package.ts';

type NativeResolver = InstanceType<typeof import('oxc-resolver').ResolverFactory>;

interface NativeResolvers {
  /** Knows the paths of the nearest tsconfig. */
  readonly configured: NativeResolver;
  /**
   * For a package whose tsconfig cannot be read, as when what it extends is not installed: there the other answers
   * nothing at all.
   */
  readonly plain: NativeResolver;
  /** Leads to declarations, as TypeScript looks for them. */
  readonly typings: NativeResolver;
}

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

/**
 * Resolvers by the modules that somebody else describes, though they are code of the user's own: workspace packages by
 * name, files as `./src/http.ts` from their package's root. These are taken for packages: nothing looks into them.
 */
export class Resolvers {
  readonly #packages: Packages;
  #native: NativeResolvers | undefined;
  readonly #bySet = new Map<string, ModuleResolver>();

  constructor(packages: Packages) {
    this.#packages = packages;
  }

  /** The resolver that takes these modules for packages; one for all sets of the same modules. */
  for(described: ReadonlySet<string>): Resolver {
    const key = [...described].sort().join('\n');
    const known = this.#bySet.get(key);
    if (known !== undefined) return known;
    const made = new ModuleResolver(described, this.#packages, () => (this.#native ??= loadResolvers()));
    this.#bySet.set(key, made);
    return made;
  }

  /** Forgets where imports led, for when files come or go. */
  forget(): void {
    this.#native?.configured.clearCache();
    this.#native?.plain.clearCache();
    this.#native?.typings.clearCache();
    for (const resolver of this.#bySet.values()) resolver.forget();
  }
}

class ModuleResolver implements Resolver {
  readonly #described: ReadonlySet<string>;
  readonly #packages: Packages;
  readonly #native: () => NativeResolvers;
  /** By importing file, then by specifier. */
  readonly #resolutions = new Map<string, Map<string, Resolved | undefined>>();

  constructor(described: ReadonlySet<string>, packages: Packages, native: () => NativeResolvers) {
    this.#described = described;
    this.#packages = packages;
    this.#native = native;
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
    if (isDeclaring(from) && !isBuiltin(name)) {
      const file = this.typings(specifier, from);
      return file === undefined ? undefined : { file };
    }
    if (isBuiltin(name) || described.has(name)) return { module: name };
    const { configured, plain } = this.#native();
    const found =
      configured.resolveFileSync(from, specifier).path ??
      (isRelative(specifier) ? plain.sync(dirname(from), specifier).path : undefined);
    const path = found === undefined ? undefined : withoutQuery(found, specifier);
    if (path !== undefined && !path.includes(`${sep}node_modules${sep}`)) {
      const own = described.size === 0 ? undefined : moduleNameOf(path, this.#packages);
      if (own !== undefined && described.has(own)) return { module: own };
      return /\.[cm]?[jt]sx?$/.test(path) ? { file: path } : undefined;
    }
    return isRelative(specifier) ? undefined : { module: name };
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
  }
}

/** What a described file is called: `./src/http.ts`, from the root of its package. */
export function moduleNameOf(path: string, packages: Packages): string {
  return `./${relative(packages.of(path).root, path).split(sep).join('/')}`;
}

function loadResolvers(): NativeResolvers {
  const { ResolverFactory } = createRequire(import.meta.url)('oxc-resolver') as typeof import('oxc-resolver');
  const options = {
    extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'],
    extensionAlias: {
      '.js': ['.ts', '.tsx', '.js', '.jsx'],
      '.jsx': ['.tsx', '.jsx'],
      '.mjs': ['.mts', '.mjs'],
      '.cjs': ['.cts', '.cjs'],
    },
    conditionNames: ['node', 'import', 'require', 'default'],
    mainFields: ['module', 'main'],
  };
  const typings = {
    extensions: ['.d.ts', '.d.mts', '.d.cts', '.ts', '.js', '.mjs', '.cjs'],
    extensionAlias: {
      '.js': ['.d.ts', '.ts', '.js'],
      '.mjs': ['.d.mts', '.mts', '.mjs'],
      '.cjs': ['.d.cts', '.cts', '.cjs'],
    },
    conditionNames: ['types', 'import', 'require', 'node', 'default'],
    mainFields: ['types', 'typings', 'module', 'main'],
  };
  return {
    configured: new ResolverFactory({ ...options, tsconfig: 'auto' }),
    plain: new ResolverFactory(options),
    typings: new ResolverFactory(typings),
  };
}

/** Whether a file only declares: it holds types and no code. */
function isDeclaring(path: string): boolean {
  return /\.d\.[cm]?ts$/.test(path);
}

/** `./logo.svg?raw` leads to the file without the query; a folder may have a question mark in its name. */
function withoutQuery(path: string, specifier: string): string {
  const start = specifier.indexOf('?');
  const query = start === -1 ? '' : specifier.slice(start);
  return query !== '' && path.endsWith(query) ? path.slice(0, -query.length) : path;
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith('.') || specifier.startsWith('/');
}

/** The package's name as npm knows it: without `node:`, `npm:`, `jsr:`, the host of esm.sh, and version suffixes. */
function bareName(specifier: string): string {
  return specifier
    .replace(/^(?:node|npm|jsr):\/?/, '')
    .replace(/^https:\/\/esm\.sh\//, '')
    .replace(/^(@[^/@]+\/[^/@]+|[^/@]+)@[^/]+/, '$1');
}
