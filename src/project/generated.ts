import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Packages } from './package.ts';
import { namesIn, readText } from './manifest.ts';
import { isRelative } from './specifier.ts';

/** Code that a tool writes into the user's package, and that counts as a package: Prisma's client. */
export interface GeneratedCode {
  /** The module that it counts as. */
  readonly as: string;
  /** A package that depends on one of these uses the tool. */
  readonly packages: readonly string[];
  /** Folders of the package whose files with this ending say where the code is generated. */
  readonly folders: readonly string[];
  readonly ending: string;
  /** Matches the statement in such a file; the group `folder` is relative to the file's folder. */
  readonly says: RegExp;
}

interface Output {
  readonly folder: string;
  readonly as: string;
}

/** Recognizes imports of generated code. The code may be missing: most projects don't commit it. */
export class Generated {
  readonly #rows: readonly GeneratedCode[];
  readonly #packages: Packages;
  readonly #outputs = new Map<string, readonly Output[]>();

  constructor(rows: readonly GeneratedCode[], packages: Packages) {
    this.#rows = rows;
    this.#packages = packages;
  }

  /**
   * The module that the imported code counts as; undefined for other code.
   *
   * @param found - the file that the import resolves to, if any
   */
  module(specifier: string, from: string, found: string | undefined): string | undefined {
    const target = isRelative(specifier) ? resolve(dirname(from), specifier) : found;
    if (target !== undefined) {
      return this.#written(target).find(({ folder }) => isBelow(target, folder, sep))?.as;
    }
    // An alias: `@/generated/prisma`, `~/generated/prisma`, `#generated/prisma`. The path behind it has the same
    // ending.
    const [, rest] = /^(?:[@~]\/|[#~$]\/?|(?=src\/))(.+)$/.exec(specifier) ?? [];
    if (rest === undefined) return undefined;
    return this.#written(from).find(({ folder }) =>
      endingsOf(relative(this.#packages.of(from).root, folder)).some((ending) => isBelow(rest, ending, '/')),
    )?.as;
  }

  forget(): void {
    this.#outputs.clear();
  }

  /** Where tools generate code in the package of a file. */
  #written(path: string): readonly Output[] {
    const { root } = this.#packages.of(path);
    let found = this.#outputs.get(root);
    if (found === undefined) {
      found = this.#rows
        .filter(({ packages }) => this.#packages.dependsOn(path, packages))
        .flatMap((row) => outputsOf(row, root));
      this.#outputs.set(root, found);
    }
    return found;
  }
}

function outputsOf({ as, folders, ending, says }: GeneratedCode, root: string): Output[] {
  return folders
    .map((folder) => join(root, folder))
    .flatMap((folder) =>
      namesIn(folder)
        .filter((name) => name.endsWith(ending))
        .flatMap((name) => {
          const written = says.exec(readText(join(folder, name)) ?? '')?.groups?.['folder'];
          return written === undefined ? [] : [{ folder: resolve(folder, written), as }];
        }),
    );
}

function isBelow(path: string, folder: string, separator: string): boolean {
  return path === folder || path.startsWith(folder + separator);
}

/** `src/generated/prisma`, `generated/prisma`, `prisma`. */
function endingsOf(path: string): string[] {
  const parts = path.split(sep);
  return parts.map((_, index) => parts.slice(index).join('/'));
}
