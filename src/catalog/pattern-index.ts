import type { Pattern } from './entry.ts';
import type { CompiledPattern } from './pattern.ts';
import { compilePattern, matchesModule, matchesSteps } from './pattern.ts';
import { addTo } from '../syntax/grouping.ts';

/** A value, described by the path to it; see `ExternalValue`. */
interface Steps {
  readonly module: string;
  readonly steps: readonly string[];
  readonly awaited?: number;
}

/** A set of patterns, indexed by module, each with the item it stands for. */
export class PatternIndex<Item> {
  readonly #exact = new Map<string, { pattern: CompiledPattern; item: Item }[]>();
  readonly #prefixed: { pattern: CompiledPattern; item: Item }[] = [];

  add(pattern: Pattern, item: Item): void {
    const row = { pattern: compilePattern(pattern), item };
    const { module } = row.pattern;
    if (module.endsWith('*')) this.#prefixed.push(row);
    else addTo(this.#exact, module, row);
  }

  addAll(patterns: readonly Pattern[] | undefined, item: Item): void {
    for (const pattern of patterns ?? []) this.add(pattern, item);
  }

  /** The item of the first matching pattern. */
  find(value: Steps): Item | undefined {
    return this.findAll(value)[0];
  }

  findAll(value: Steps): Item[] {
    const rows = this.#exact.get(value.module) ?? [];
    const all =
      this.#prefixed.length === 0
        ? rows
        : [...rows, ...this.#prefixed.filter(({ pattern }) => matchesModule(value.module, pattern.module))];
    return all.filter(({ pattern }) => matchesSteps(value.steps, pattern.steps, value.awaited)).map(({ item }) => item);
  }

  /** Whether there are patterns for this module. */
  knows(module: string): boolean {
    return this.#exact.has(module) || this.#prefixed.some(({ pattern }) => matchesModule(module, pattern.module));
  }
}
