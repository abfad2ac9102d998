import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { counts } from '../syntax/counts.ts';
import { builtAmong } from './built.ts';
import { isBundle } from './bundle.ts';
import { gitignoresAbove, ignoredIn } from './gitignore.ts';
import { isPackage } from './manifest.ts';

const CODE = /\.(?:[jt]sx?|[cm][jt]s)$/;
const MANIFEST = /(?:^|\/)(?:package\.json|deno\.jsonc?)$/;
const MANIFESTS = ['**/package.json', '**/deno.json', '**/deno.jsonc'];
const NEVER = [
  '**/node_modules/**',
  '**/.git/**',
  '**/.next/**',
  '**/.nuxt/**',
  '**/.output/**',
  '**/.svelte-kit/**',
  '**/*.d.ts',
  '**/*.d.mts',
  '**/*.d.cts',
  '**/*.min.js',
];

/**
 * Why code of a package is not among its files: git ignores it, it is built from other files, it is a bundle, or it
 * belongs to a coverage report.
 */
export type LeftOut = 'ignored' | 'built' | 'bundle' | 'coverage';

/** The code of a package, by absolute paths. */
export interface Listing {
  /** Sorted. */
  readonly files: ReadonlySet<string>;
  readonly leftOut: ReadonlyMap<string, LeftOut>;
  /** The number of test files, which the rule ignores. */
  readonly tests: number;
}

/** Loading takes longer than listing a small package. */
export function loadTools(): typeof import('tinyglobby') {
  const require = createRequire(import.meta.url);
  require('ignore');
  return require('tinyglobby') as typeof import('tinyglobby');
}

/** A listing, and what it depends on: folders, manifests and `.gitignore` files. */
export interface Listed {
  readonly listing: Listing;
  readonly read: readonly string[];
}

/** Searches the disk for the code of the package at `root`. */
export function listPackage(root: string): Listed {
  const { globSync } = loadTools();
  counts.listed += 1;
  const found = globSync(['**', ...MANIFESTS, '**/.gitignore'], {
    cwd: root,
    ignore: NEVER,
    followSymbolicLinks: false,
    dot: false,
    onlyFiles: false,
  });
  const manifests = found.filter((path) => MANIFEST.test(path));
  const nested = [...new Set(manifests.map((path) => path.replace(MANIFEST, '/')))].filter(
    (folder) => folder !== '/' && isPackage(join(root, folder)),
  );
  const own = found.filter((path) => !nested.some((folder) => path.startsWith(folder)));
  const all = own.filter((path) => CODE.test(path));
  const code = all.filter((path) => !isTestFile(path));
  const folders = own.filter((path) => path.endsWith('/'));
  const gitignores = own.filter((path) => path.endsWith('/.gitignore'));
  const isIgnored = ignoredIn(root, gitignores);
  const absolute = (path: string): string => join(root, path.split('/').join(sep));
  const leftOut = new Map<string, LeftOut>();
  const kept = code.filter((path) => {
    const reason = isIgnored(path) ? 'ignored' : isCoverage(path) ? 'coverage' : undefined;
    if (reason !== undefined) leftOut.set(absolute(path), reason);
    return reason === undefined;
  });
  const built = builtAmong(kept);
  const files = new Set<string>();
  for (const path of kept.sort()) {
    const file = absolute(path);
    const reason = built.has(path) ? 'built' : isBundle(file) ? 'bundle' : undefined;
    if (reason === undefined) files.add(file);
    else leftOut.set(file, reason);
  }
  return {
    listing: { files, leftOut, tests: all.length - code.length },
    read: [root, ...gitignoresAbove(root), ...[folders, manifests, gitignores].flat().map(absolute)],
  };
}

/**
 * Whether a path from the package's root (with `/`) belongs to a coverage report. A folder named `coverage` among the
 * sources may be about anything.
 */
function isCoverage(path: string): boolean {
  return /^coverage\/|(?:^|\/)lcov-report\//.test(path);
}

/** Whether a path from the package's root (with `/`) is a test's; the rule ignores tests. */
export function isTestFile(path: string): boolean {
  return /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e|cypress|spec)\/|\.(?:test|spec|e2e|stories|cy)\.[cm]?[jt]sx?$/.test(
    path,
  );
}
