import { createRequire, isBuiltin } from 'node:module';
import { dirname, relative, sep } from 'node:path';
import { counts } from '../syntax/counts.ts';
import { noteChange } from './changes.ts';
import { packageOf } from './package.ts';

type Resolver = InstanceType<typeof import('oxc-resolver').ResolverFactory>;

interface Resolvers {
  /** Knows the paths of the nearest tsconfig. */
  readonly configured: Resolver;
  /**
   * For a package whose tsconfig cannot be read, as when what it extends is not installed: there the other answers
   * nothing at all.
   */
  readonly plain: Resolver;
  /** Leads to declarations, as TypeScript looks for them. */
  readonly typings: Resolver;
}
let resolvers: Resolvers | undefined;

function loadResolvers(): Resolvers {
  if (resolvers === undefined) {
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
    resolvers = {
      configured: new ResolverFactory({ ...options, tsconfig: 'auto' }),
      plain: new ResolverFactory(options),
      typings: new ResolverFactory(typings),
    };
  }
  return resolvers;
}

/** What an import specifier stands for: a file of the user's own code, or a package (or Node module) by name. */
export type Resolved = { readonly file: string } | { readonly module: string };

/** Forgets where imports led, for when files come or go. */
export function forgetResolutions(): void {
  resolvers?.configured.clearCache();
  resolvers?.plain.clearCache();
  resolvers?.typings.clearCache();
  resolutions.clear();
  noteChange();
}

let declared: ReadonlySet<string> = new Set();

/**
 * Takes these modules for packages that somebody else describes, though they are code of the user's own: workspace
 * packages by name,
 * files as `./src/http.ts` from their package's root. Nothing looks into them.
 */
export function declareModules(modules: ReadonlySet<string>): void {
  if (modules.size === declared.size && [...modules].every((module) => declared.has(module))) return;
  declared = modules;
  resolutions.clear();
  noteChange();
}

/** Where the imports of a file led, as long as no file comes or goes. */
const resolutions = new Map<string, Map<string, Resolved | undefined>>();

/** Resolves `specifier` as imported from the file `from` (absolute); undefined when it leads nowhere. */
export function resolveSpecifier(specifier: string, from: string): Resolved | undefined {
  let known = resolutions.get(from);
  if (known === undefined) {
    known = new Map();
    resolutions.set(from, known);
  }
  const answer = known.get(specifier);
  if (answer !== undefined || known.has(specifier)) return answer;
  const resolved = resolve(specifier, from);
  known.set(specifier, resolved);
  return resolved;
}

function resolve(specifier: string, from: string): Resolved | undefined {
  counts.resolved += 1;
  const name = bareName(specifier);
  if (isDeclaring(from) && !isBuiltin(name)) {
    const file = resolveTypings(specifier, from);
    return file === undefined ? undefined : { file };
  }
  if (isBuiltin(name) || declared.has(name)) return { module: name };
  const { configured, plain } = loadResolvers();
  const found =
    configured.resolveFileSync(from, specifier).path ??
    (isRelative(specifier) ? plain.sync(dirname(from), specifier).path : undefined);
  const path = found === undefined ? undefined : withoutQuery(found, specifier);
  if (path !== undefined && !path.includes(`${sep}node_modules${sep}`)) {
    const own = declared.size === 0 ? undefined : `./${relative(packageOf(path).root, path).split(sep).join('/')}`;
    if (own !== undefined && declared.has(own)) return { module: own };
    return /\.[cm]?[jt]sx?$/.test(path) ? { file: path } : undefined;
  }
  return isRelative(specifier) ? undefined : { module: name };
}

/**
 * The file that declares what a package gives (`index.d.ts`, of the package itself or of `@types`), as seen from the
 * file `from`; undefined where there is none.
 */
export function resolveTypings(specifier: string, from: string): string | undefined {
  const { typings } = loadResolvers();
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
