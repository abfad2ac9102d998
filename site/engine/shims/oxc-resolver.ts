import { dirname, resolve } from 'pathe';
import { changedAt } from '../disk.ts';

interface Options {
  readonly extensions: readonly string[];
  readonly extensionAlias: Readonly<Record<string, readonly string[]>>;
}

/**
 * Resolves imports among the visitor's files, with the engine's list of extensions. No package is installed, so a bare
 * name does not resolve.
 */
export class ResolverFactory {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  resolveFileSync(from: string, specifier: string): { path?: string } {
    return this.sync(dirname(from), specifier);
  }

  resolveDtsSync(from: string, specifier: string): { path?: string } {
    return this.resolveFileSync(from, specifier);
  }

  sync(folder: string, specifier: string): { path?: string } {
    if (!/^\.{0,2}\//.test(specifier) && specifier !== '.' && specifier !== '..') return {};
    const asked = resolve(folder, specifier);
    const path = this.#candidates(asked).find((candidate) => changedAt(candidate) !== undefined);
    return path === undefined ? {} : { path };
  }

  clearCache(): void {
    // There is no cache.
  }

  #candidates(asked: string): string[] {
    const { extensions, extensionAlias } = this.#options;
    const [ending = ''] = /\.[cm]?jsx?$/.exec(asked) ?? [];
    const aliased = (extensionAlias[ending] ?? []).map((other) => asked.slice(0, -ending.length) + other);
    return [
      ...aliased,
      asked,
      ...extensions.map((extension) => asked + extension),
      ...extensions.map((extension) => `${asked}/index${extension}`),
    ];
  }
}
