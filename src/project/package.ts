import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Freshness } from './freshness.ts';
import type { Manifest } from './manifest.ts';
import { importedIn, isBareProject } from './bare-project.ts';
import { isFile, isPackage, MANIFESTS, NO_MANIFEST, readJson, readManifest } from './manifest.ts';
import { statOf } from './stat.ts';

/** One of the user's packages: the folder of the nearest package.json. */
export interface Package {
  /**
   * Absolute folder. If there is no package.json above the file, it is the nearest folder that looks like a project's,
   * or otherwise the file's own folder.
   */
  readonly root: string;
  readonly manifest: Manifest;
  /** Whether the package has a tsconfig.json or depends on typescript. */
  readonly typescript: boolean;
}

/** How long a checked manifest counts as unchanged: linting one file asks for it hundreds of times. */
const FRESH_MS = 50;

/** Finds the user's package that a file belongs to. */
export class Packages {
  readonly #freshness: Freshness;
  readonly #roots = new Map<string, string | undefined>();
  readonly #packages = new Map<string, { stamp: string; value: Package; checkedAt: number }>();

  constructor(freshness: Freshness) {
    this.#freshness = freshness;
  }

  /** The package that contains `path` (a file or a folder). Read again when its package.json changes. */
  of(path: string): Package {
    const folder = dirname(path);
    const root = this.#nearestRoot(folder);
    if (root === undefined) return { root: folder, manifest: NO_MANIFEST, typescript: /\.[cm]?tsx?$/.test(path) };
    const known = this.#packages.get(root);
    if (known !== undefined && this.#freshness.isFresh(known.checkedAt, FRESH_MS)) return known.value;
    const stamp = stampOf(root);
    const checkedAt = Date.now();
    if (known?.stamp === stamp) {
      known.checkedAt = checkedAt;
      return known.value;
    }
    const manifest = isPackage(root) ? readManifest(root) : { dependencies: importedIn(root) };
    const value = {
      root,
      manifest,
      typescript: existsSync(join(root, 'tsconfig.json')) || manifest.dependencies.has('typescript'),
    };
    this.#packages.set(root, { stamp, value, checkedAt });
    return value;
  }

  /** The path of a file in its package, with `/`. */
  placeOf(path: string): string {
    const { root } = this.of(path);
    const place = path.startsWith(root + sep) ? path.slice(root.length + 1) : relative(root, path);
    return sep === '/' ? place : place.split(sep).join('/');
  }

  /** Whether one of these files or folders exists at the top of a file's package. */
  hasAtTop(path: string, names: Iterable<string>): boolean {
    const { root } = this.of(path);
    return [...names].some((name) => existsSync(join(root, name)));
  }

  /** Whether one of these folders exists beside a file's package. */
  hasSibling(path: string, names: Iterable<string>): boolean {
    const around = dirname(this.of(path).root);
    return [...names].some((name) => existsSync(join(around, name)));
  }

  /** How Node loads `path`: by its extension, else by the package's `type`. */
  moduleKindOf(path: string): 'module' | 'commonjs' {
    if (/\.m[jt]s$/.test(path)) return 'module';
    if (/\.c[jt]s$/.test(path)) return 'commonjs';
    return this.of(path).manifest.type ?? 'commonjs';
  }

  /** Whether the package of `path`, or one above it in a workspace, depends on one of `names`. */
  dependsOn(path: string, names: readonly string[]): boolean {
    for (let at = path; ;) {
      const { root, manifest } = this.of(at);
      if (names.some((name) => manifest.dependencies.has(name))) return true;
      const above = dirname(root);
      if (above === root || this.#nearestRoot(above) === undefined) return false;
      at = root;
    }
  }

  /** Forgets every manifest, so that each is read again on demand. */
  forget(): void {
    this.#roots.clear();
    this.#packages.clear();
  }

  #nearestRoot(folder: string): string | undefined {
    if (this.#roots.has(folder)) return this.#roots.get(folder);
    const parent = dirname(folder);
    const above = isPackage(folder) ? folder : parent === folder ? undefined : this.#nearestRoot(parent);
    const root = above ?? (isBareProject(folder) ? folder : undefined);
    this.#roots.set(folder, root);
    return root;
  }
}

/** Differs whenever one of the manifest's files changes. */
function stampOf(root: string): string {
  return MANIFESTS.map((name) => {
    const { mtimeMs, size } = statOf(join(root, name)) ?? { mtimeMs: 0, size: 0 };
    return `${mtimeMs.toString()}:${size.toString()}`;
  }).join();
}

/**
 * What is wrong with a folder's package.json, worded as the end of a sentence; undefined if it is readable or missing.
 * Like `readManifest`, it allows comments.
 */
export function manifestFault(root: string): string | undefined {
  const file = join(root, 'package.json');
  if (!isFile(file) || readJson(file) !== undefined) return undefined;
  try {
    JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    return 'holds no object';
  } catch (error) {
    return error instanceof SyntaxError ? `is not JSON (${error.message})` : 'cannot be read';
  }
}

/** The installed package that a path belongs to; `pg` for a file of `@types/pg`. Undefined for the user's own files. */
export function packageNameOf(path: string): string | undefined {
  const [inside, ...above] = path.split(/[\\/]node_modules[\\/]/).reverse();
  const [, name] = (above.length === 0 ? null : /^((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(inside ?? '')) ?? [];
  return name
    ?.replaceAll('\\', '/')
    .replace(/^@types\/(?:([^_]+)__)?/, (_, scope: string | undefined) => (scope === undefined ? '' : `@${scope}/`));
}
