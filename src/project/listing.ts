import { createRequire } from 'node:module';
import { readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Freshness } from './freshness.ts';

/**
 * How long a listing holds; of a large package so long that making it takes no more than one part in a hundred of the
 * time.
 */
const FRESH = { ms: 2_000, timesItsCost: 100 };
const EXTENSIONS = '{js,jsx,mjs,cjs,ts,tsx,mts,cts}';
const NEVER = [
  '**/node_modules/**',
  '**/.git/**',
  '**/dist/**',
  '**/build/**',
  '**/coverage/**',
  '**/.next/**',
  '**/.nuxt/**',
  '**/.output/**',
  '**/.svelte-kit/**',
  '**/*.d.ts',
  '**/*.d.mts',
  '**/*.d.cts',
  '**/*.min.js',
];

/** The code files of packages. */
export class Listings {
  readonly #freshness: Freshness;
  readonly #onChange: () => void;
  readonly #listings = new Map<string, { files: ReadonlySet<string>; listedAt: number; freshMs: number }>();

  /** @param onChange - is called when a listing turns out to be different: a new file may be what an import was looking for */
  constructor(freshness: Freshness, onChange: () => void) {
    this.#freshness = freshness;
    this.#onChange = onChange;
  }

  /**
   * The code files of the package at `root` (absolute paths, sorted): without dependencies, build output, tests, what
   * `.gitignore` leaves out, and packages inside it. Read again after some seconds, as an editor's session creates
   * files; the same set as long as nothing comes or goes.
   */
  filesOf(root: string): ReadonlySet<string> {
    const known = this.#listings.get(root);
    if (known !== undefined && this.#freshness.isFresh(known.listedAt, known.freshMs)) return known.files;
    const start = Date.now();
    const files = new Set(list(root));
    const listedAt = Date.now();
    const freshMs = Math.max(FRESH.ms, (listedAt - start) * FRESH.timesItsCost);
    if (known?.files.size === files.size && [...files].every((file) => known.files.has(file))) {
      this.#listings.set(root, { files: known.files, listedAt, freshMs });
      return known.files;
    }
    if (known !== undefined) this.#onChange();
    this.#listings.set(root, { files, listedAt, freshMs });
    return files;
  }

  /** Takes the files of a package from somebody who has just listed them. */
  give(root: string, files: ReadonlySet<string>): void {
    this.#listings.set(root, { files, listedAt: Date.now(), freshMs: FRESH.ms });
  }

  /** Lists every package anew at the next question. */
  forget(): void {
    this.#listings.clear();
  }
}

function list(root: string): string[] {
  const require = createRequire(import.meta.url);
  const { globSync } = require('tinyglobby') as typeof import('tinyglobby');
  const ignore = require('ignore') as typeof import('ignore');
  const found = globSync([`**/*.${EXTENSIONS}`], { cwd: root, ignore: NEVER, followSymbolicLinks: false, dot: false });
  const nested = globSync(['*/**/package.json'], { cwd: root, ignore: NEVER, followSymbolicLinks: false }).map((path) =>
    path.slice(0, -'package.json'.length),
  );
  const ignored = ignore().add(gitignoreOf(root));
  return found
    .filter((path) => !ignored.ignores(path) && !isTestFile(path) && !nested.some((folder) => path.startsWith(folder)))
    .sort()
    .map((path) => join(root, path.split('/').join(sep)));
}

function gitignoreOf(root: string): string {
  try {
    const file = join(root, '.gitignore');
    // A pipe would never end.
    return statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}

/** Whether a path below the package's root (with `/`) is a test's: the rule leaves those alone. */
export function isTestFile(path: string): boolean {
  return /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e|cypress|spec)\/|\.(?:test|spec|e2e|stories|cy)\.[cm]?[jt]sx?$/.test(
    path,
  );
}
