import { dirname, join, resolve } from 'node:path';
import type { Groups } from './groups.ts';
import { isFile, isObject, readJson, readText } from './manifest.ts';
import { splitSpecifier } from './specifier.ts';

/** The part of a tsconfig that concerns imports, with absolute paths. */
export interface Tsconfig {
  readonly baseUrl?: string;
  /** By pattern, such as `@/*`. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  /** Folders whose contents count as merged. */
  readonly rootDirs: readonly string[];
  /** The folder that the compiler writes to. */
  readonly outDir?: string;
}

/** The content of one file. `folder` is what `paths` are relative to if there is no `baseUrl`. */
interface Written {
  readonly baseUrl?: string;
  readonly paths?: { readonly folder: string; readonly targets: Readonly<Record<string, unknown>> };
  readonly rootDirs?: readonly string[];
  readonly outDir?: string;
}

const NAMES = ['tsconfig.json', 'jsconfig.json'];

/**
 * The tsconfigs of a project, as far as each is readable: if what it extends is not installed, its own options still
 * count.
 */
export class Tsconfigs {
  readonly #groups: Groups;
  readonly #byFolder = new Map<string, readonly Tsconfig[]>();

  constructor(groups: Groups) {
    this.#groups = groups;
  }

  /** The nearest tsconfig at or above a file's folder, and those it refers to; empty if there is none. */
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

  /** A file's options, merged with those of the files it extends; its own take precedence. */
  #written(file: string, seen: Set<string>): Written {
    if (seen.has(file)) return {};
    seen.add(file);
    const json = readJson(file) ?? {};
    const folder = dirname(file);
    const targets = [json['extends']].flat().filter((target) => typeof target === 'string');
    const options = isObject(json['compilerOptions']) ? json['compilerOptions'] : {};
    const { baseUrl, paths, rootDirs, outDir } = options;
    const at = (path: string): string => (path.startsWith('${configDir}') ? path : resolve(folder, path));
    return Object.assign(
      {},
      ...targets.flatMap((target) => {
        const extended = extendedFile(target, file, this.#groups);
        return extended === undefined ? [] : this.#written(extended, seen);
      }),
      typeof baseUrl === 'string' && { baseUrl: at(baseUrl) },
      isObject(paths) && { paths: { folder, targets: paths } },
      Array.isArray(rootDirs) && { rootDirs: rootDirs.filter((path) => typeof path === 'string').map(at) },
      typeof outDir === 'string' && { outDir: at(outDir) },
    ) as Written;
  }
}

/** The files that a tsconfig extends or refers to, directly or not: in the same project, or in installed packages. */
export function filesBehind(file: string, groups: Groups, seen = new Set<string>()): ReadonlySet<string> {
  const json = readJson(file) ?? {};
  const references = Array.isArray(json['references']) ? (json['references'] as unknown[]) : [];
  const targets = [
    ...[json['extends']].flat().map((target) => typeof target === 'string' && extendedFile(target, file, groups)),
    ...references.map((each) => isObject(each) && typeof each['path'] === 'string' && fileAt(each['path'], file)),
  ];
  for (const target of targets) {
    if (typeof target !== 'string' || seen.has(target)) continue;
    seen.add(target);
    filesBehind(target, groups, seen);
  }
  return seen;
}

/** The file that another extends: in the same project, in a package of the workspace, or in an installed one. */
function extendedFile(target: string, from: string, groups: Groups): string | undefined {
  if (/^\.{0,2}\//.test(target) || target === '.' || target === '..') return fileAt(target, from);
  const { name, subpath } = splitSpecifier(target);
  const own = groups.of(from).byName.get(name);
  if (own !== undefined) return fileOf(join(own.root, subpath));
  for (let at = dirname(from); ; at = dirname(at)) {
    const found = fileOf(join(at, 'node_modules', target));
    if (found !== undefined || at === dirname(at)) return found;
  }
}

function fileAt(target: string, from: string): string | undefined {
  return fileOf(resolve(dirname(from), target));
}

/** The nearest tsconfig at or above a folder, if it is not readable as JSON. An empty one is fine. */
export function brokenTsconfig(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = NAMES.map((name) => join(at, name)).find(isFile);
    if (file !== undefined) return readJson(file) === undefined && readText(file)?.trim() !== '' ? file : undefined;
    if (dirname(at) === at) return undefined;
  }
}

function fileOf(path: string): string | undefined {
  return [path, `${path}.json`, join(path, 'tsconfig.json')].find(isFile);
}
