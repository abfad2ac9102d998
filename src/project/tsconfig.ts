import { dirname, join, resolve } from 'node:path';
import type { Groups } from './groups.ts';
import { isFile, isObject, readJson } from './manifest.ts';
import { splitSpecifier } from './specifier.ts';

/** What a tsconfig says of where imports lead, all of it as absolute paths. */
export interface Tsconfig {
  readonly baseUrl?: string;
  /** By pattern: `@/*`. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  /** Folders whose contents are taken for those of one. */
  readonly rootDirs: readonly string[];
  /** The folder that the compiler writes to. */
  readonly outDir?: string;
}

/** What one file says, with the folder that its paths are relative to, where that is not the `baseUrl`. */
interface Written {
  readonly baseUrl?: string;
  readonly paths?: { readonly folder: string; readonly targets: Readonly<Record<string, unknown>> };
  readonly rootDirs?: readonly string[];
  readonly outDir?: string;
}

const NAMES = ['tsconfig.json', 'jsconfig.json'];

/**
 * The tsconfigs of a project, each as far as it can be read: one that extends what is not installed still gives what it
 * says itself.
 */
export class Tsconfigs {
  readonly #groups: Groups;
  readonly #byFolder = new Map<string, readonly Tsconfig[]>();

  constructor(groups: Groups) {
    this.#groups = groups;
  }

  /** The next one at or above the folder of a file, and those that it refers to; none where there is none. */
  near(path: string): readonly Tsconfig[] {
    return this.#in(dirname(path));
  }

  forget(): void {
    this.#byFolder.clear();
  }

  #in(folder: string): readonly Tsconfig[] {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const file = NAMES.map((name) => join(folder, name)).find(isFile);
    const above = dirname(folder);
    const found = file !== undefined ? this.#readAll(file) : above === folder ? [] : this.#in(above);
    this.#byFolder.set(folder, found);
    return found;
  }

  #readAll(file: string): Tsconfig[] {
    const references = readJson(file)?.['references'];
    const others = (Array.isArray(references) ? (references as unknown[]) : []).flatMap((reference) => {
      const path = isObject(reference) ? reference['path'] : undefined;
      return typeof path === 'string' ? (fileOf(resolve(dirname(file), path)) ?? []) : [];
    });
    return [file, ...others].map((each) => this.#read(each));
  }

  #read(file: string): Tsconfig {
    const { baseUrl, paths, rootDirs = [], outDir } = this.#written(file, new Set());
    // `${configDir}` is the folder of the file that extends, wherever it is written.
    const placed = (path: string, folder: string): string =>
      resolve(folder, path.replace(/^\$\{configDir\}/, dirname(file)));
    return {
      ...(baseUrl !== undefined && { baseUrl: placed(baseUrl, dirname(file)) }),
      paths: new Map(
        Object.entries(paths?.targets ?? {}).map(([pattern, targets]) => [
          pattern,
          (Array.isArray(targets) ? (targets as unknown[]) : [])
            .filter((target) => typeof target === 'string')
            .map((target) => placed(target, baseUrl ?? paths?.folder ?? dirname(file))),
        ]),
      ),
      rootDirs: rootDirs.map((folder) => placed(folder, dirname(file))),
      ...(outDir !== undefined && { outDir: placed(outDir, dirname(file)) }),
    };
  }

  /** What a file says together with those that it extends; of two that say the same, the one that extends the other. */
  #written(file: string, seen: Set<string>): Written {
    if (seen.has(file)) return {};
    seen.add(file);
    const json = readJson(file) ?? {};
    const folder = dirname(file);
    const extended = [json['extends']].flat().filter((target) => typeof target === 'string');
    const options = isObject(json['compilerOptions']) ? json['compilerOptions'] : {};
    const { baseUrl, paths, rootDirs, outDir } = options;
    const at = (path: string): string => (path.startsWith('${configDir}') ? path : resolve(folder, path));
    return Object.assign(
      {},
      ...extended.flatMap((target) => {
        const extendedFile = this.#extended(target, file);
        return extendedFile === undefined ? [] : this.#written(extendedFile, seen);
      }),
      typeof baseUrl === 'string' && { baseUrl: at(baseUrl) },
      isObject(paths) && { paths: { folder, targets: paths } },
      Array.isArray(rootDirs) && { rootDirs: rootDirs.filter((path) => typeof path === 'string').map(at) },
      typeof outDir === 'string' && { outDir: at(outDir) },
    ) as Written;
  }

  /** The file that another extends: of its own project, of a package that is developed with it, or of an installed one. */
  #extended(target: string, from: string): string | undefined {
    if (/^\.{0,2}\//.test(target) || target === '.' || target === '..') return fileOf(resolve(dirname(from), target));
    const { name, subpath } = splitSpecifier(target);
    const own = this.#groups.of(from).byName.get(name);
    if (own !== undefined) return fileOf(join(own.root, subpath));
    for (let at = dirname(from); ; at = dirname(at)) {
      const found = fileOf(join(at, 'node_modules', target));
      if (found !== undefined || at === dirname(at)) return found;
    }
  }
}

function fileOf(path: string): string | undefined {
  return [path, `${path}.json`, join(path, 'tsconfig.json')].find(isFile);
}
