import { createRequire, isBuiltin } from 'node:module';
import { sep } from 'node:path';
import { noteChange } from './files.ts';

type Resolver = InstanceType<typeof import('oxc-resolver').ResolverFactory>;
let resolver: Resolver | undefined;

function loadResolver(): Resolver {
  if (resolver === undefined) {
    const { ResolverFactory } = createRequire(import.meta.url)('oxc-resolver') as typeof import('oxc-resolver');
    resolver = new ResolverFactory({
      extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'],
      extensionAlias: {
        '.js': ['.ts', '.tsx', '.js', '.jsx'],
        '.jsx': ['.tsx', '.jsx'],
        '.mjs': ['.mts', '.mjs'],
        '.cjs': ['.cts', '.cjs'],
      },
      conditionNames: ['node', 'import', 'require', 'default'],
      mainFields: ['module', 'main'],
      tsconfig: 'auto',
    });
  }
  return resolver;
}

/** What an import specifier stands for: a file of the user's own code, or a package (or Node module) by name. */
export type Resolved = { readonly file: string } | { readonly module: string };

/** Forgets where imports led, for when files come or go. */
export function forgetResolutions(): void {
  resolver?.clearCache();
  noteChange();
}

/** Resolves `specifier` as imported from the file `from` (absolute); undefined when it leads nowhere. */
export function resolveSpecifier(specifier: string, from: string): Resolved | undefined {
  const name = bareName(specifier);
  if (isBuiltin(name)) return { module: name };
  const path = loadResolver().resolveFileSync(from, specifier).path?.replace(/\?.*$/s, '');
  if (path !== undefined && !path.includes(`${sep}node_modules${sep}`)) {
    return /\.[cm]?[jt]sx?$/.test(path) ? { file: path } : undefined;
  }
  return isRelative(specifier) ? undefined : { module: name };
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith('.') || specifier.startsWith('/');
}

/** The package's name as npm knows it: without `node:`, `npm:`, `jsr:`, the host of esm.sh, and version suffixes. */
function bareName(specifier: string): string {
  return specifier
    .replace(/^(?:node|npm|jsr):\/?/, '')
    .replace(/^https:\/\/esm\.sh\//, '')
    .replace(/^(@[^/@]+\/[^/@]+|[^@/][^/@]*)@[^/]+/, '$1');
}
