import type { Entry, Pattern, Sink } from './entry.ts';
import type { Catalog } from './lookup.ts';
import { CATALOG } from './index.ts';
import { buildCatalog } from './lookup.ts';
import { compilePattern } from './pattern.ts';
import { patternsOf } from './patterns-of.ts';
import { createSchemas } from './schema.ts';

/** What users add to the catalog, under `settings['fire-task']` of their ESLint configuration. */
export interface Settings {
  /** Entries in the catalog's own schema; `docs` and `packages` may be left out. */
  readonly frameworks?: readonly (Omit<Entry, 'docs' | 'packages'> & Partial<Pick<Entry, 'docs' | 'packages'>>)[];
  readonly sinks?: readonly Sink[];
  /** Calls that start work and yield its promise. */
  readonly launchers?: readonly Pattern[];
}

interface Issue {
  readonly type: string;
  readonly path?: readonly { readonly key: unknown }[] | undefined;
  readonly expected: string | null;
  readonly received: string;
  readonly message: string;
}

/** The catalogs of a process: this package's, and those with users' additions. Each is built once. */
export class Catalogs {
  #standard: Catalog | undefined;
  readonly #bySettings = new WeakMap<object, Catalog>();
  readonly #byText = new Map<string, Catalog>();
  readonly #texts = new WeakMap<Catalog, string>();

  /** The catalog of this package. */
  get standard(): Catalog {
    return (this.#standard ??= buildCatalog(CATALOG));
  }

  /**
   * The catalog with the user's additions.
   *
   * @param settings - the value of `settings['fire-task']`; undefined gives the catalog of this package
   * @throws {Error} with one sentence that names the wrong key
   */
  with(settings: unknown): Catalog {
    if (settings === undefined || settings === null) return this.standard;
    if (typeof settings !== 'object')
      throw new Error(
        `settings['fire-task'] must be an object with frameworks, sinks or launchers, not ${JSON.stringify(settings)}.`,
      );
    const known = this.#bySettings.get(settings);
    if (known !== undefined) return known;
    // Two configurations may have equal settings in two objects.
    const text = JSON.stringify(settings, (_, value: unknown) => (value instanceof RegExp ? String(value) : value));
    const catalog = this.#byText.get(text) ?? this.#build(settings);
    this.#bySettings.set(settings, catalog);
    this.#byText.set(text, catalog);
    this.#texts.set(catalog, text);
    return catalog;
  }

  /** The settings that a catalog was made from, as a text. Equal settings have the same text in every process. */
  textOf(catalog: Catalog): string {
    return this.#texts.get(catalog) ?? '';
  }

  /**
   * The same with the sinks that a rule's options name.
   *
   * @param values - patterns: `@acme/tasks#track()`, `./src/tasks.ts#track()`
   * @throws {Error} with one sentence if one is not a pattern
   */
  withSinks(settings: unknown, values: readonly Pattern[]): Catalog {
    if (values.length === 0) return this.with(settings);
    const sinks = values.map((value) => ({ values: [value] }));
    if (typeof settings !== 'object' || settings === null) return this.with({ sinks });
    const given = (settings as Settings).sinks;
    return this.with({ ...settings, sinks: [...(Array.isArray(given) ? (given as unknown[]) : []), ...sinks] });
  }

  #build(settings: Settings): Catalog {
    const entries = entriesOf(settings);
    const { sinks = [], ...others } = settings;
    const described = new Set(entries.flatMap(patternsOf).map((pattern) => compilePattern(pattern).module));
    described.delete('global');
    const forHandlers =
      sinks.length === 0 ? undefined : Object.keys(others).length === 0 ? this.standard : this.with(others);
    return buildCatalog([...CATALOG, ...entries], described, forHandlers);
  }
}

function entriesOf(settings: object): Entry[] {
  const schemas = createSchemas();
  const result = schemas.safeParse(schemas.settings, settings);
  if (!result.success) throw new Error(sentenceOf(result.issues[0]));
  const { frameworks, sinks, launchers } = result.output;
  return [...frameworks, { name: 'settings', docs: '', packages: [], sinks, launches: launchers }];
}

function sentenceOf({ type, path = [], expected, received, message }: Issue): string {
  const key = [
    "settings['fire-task']",
    ...path.map((item) => (typeof item.key === 'number' ? `[${item.key.toString()}]` : `.${String(item.key)}`)),
  ].join('');
  if (type === 'strict_object' && expected === 'never')
    return `${key} is not a key of the catalog's schema; docs/catalog.md lists those that are.`;
  if (type === 'strict_object' && received === 'undefined')
    return `${key} is missing; docs/catalog.md says what it holds.`;
  return `${key} is not valid: ${message.replace(/\.$/, '')}.`;
}
