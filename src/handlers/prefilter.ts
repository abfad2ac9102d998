import { basename, join } from 'node:path';
import type { NamedIn } from '../catalog/entry.ts';
import type { Role } from '../catalog/roles.ts';
import type { Catalog } from '../catalog/lookup.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { PackageWords } from './shape-words.ts';
import { compilePattern } from '../catalog/pattern.ts';
import { handlerPatternsOf } from '../catalog/patterns-of.ts';
import { ROLES } from '../catalog/roles.ts';
import { dependenciesAround } from '../project/serves-requests.ts';
import { perWorkspace } from '../project/workspace.ts';
import { anyOf, escaped } from '../syntax/escape.ts';
import { isElsewhere, isOfServer } from './servers.ts';
import { exportsNamedIn } from './named-in.ts';
import { answersOf } from './prefilter-answers.ts';
import { classWords, packageWords, readsLikeHandlers } from './shape-words.ts';

interface Filter {
  /** The packages and other modules that patterns of handlers name. */
  readonly modules: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
  readonly directives: ReadonlySet<string>;
  /** Texts of handlers: methods that register them, names that need no import, parameter lists. */
  readonly texts: readonly RegExp[];
  /** Paths where the frameworks of some packages look for files; in any package if none are named. */
  readonly places: readonly Place[];
  /** Paths of files that count only if another file lists them. */
  readonly listed: readonly (Place & { readonly listedIn: string })[];
  /** Paths of files that count only if settings name them. */
  readonly named: readonly (Place & { readonly namedIn: NamedIn })[];
  /** Texts of handlers in packages that depend on one of some packages. */
  readonly byPackage: readonly PackageWords[];
}

interface Place {
  readonly path: RegExp;
  readonly packages: readonly string[];
}

const filtersOf = perWorkspace(() => new Map<Catalog, Filter>());

/**
 * Whether a file may declare or register a handler: it names a module of the catalog, reads like a route, or lies where
 * a framework looks. This is cheap, and decides which files are parsed first.
 */
export function mayHoldHandlers(path: string, text: string | undefined, evaluation: Evaluation): boolean {
  if (text === undefined) return false;
  const filter = filterOf(evaluation);
  const answers = answersOf(evaluation);
  const before = answers.get(path);
  const answer =
    before?.text === text
      ? before.answer
      : filter.texts.some((words) => words.test(text)) ||
        namesModule(text, filter) ||
        mayHoldByShape(path, text, filter, evaluation) ||
        filter.places.some((place) => isAt(place, path, evaluation));
  if (before?.text !== text) answers.set(path, { text, answer });
  return (
    answer ||
    mayBeListed(path, filter, evaluation) ||
    filter.named.some(
      (place) => isAt(place, path, evaluation) && exportsNamedIn(path, place.namedIn, evaluation).length > 0,
    )
  );
}

function isAt({ path: pattern, packages }: Place, path: string, { workspace }: Evaluation): boolean {
  return (
    pattern.test(workspace.packages.placeOf(path)) &&
    (packages.length === 0 || workspace.packages.dependsOn(path, packages))
  );
}

/**
 * Whether a file lies where a framework looks for listed files, and the list exists. Not remembered, because the list
 * may appear or disappear.
 */
function mayBeListed(path: string, { listed }: Filter, evaluation: Evaluation): boolean {
  const { files, packages } = evaluation.workspace;
  const { root } = packages.of(path);
  return listed.some(
    (place) => files.textAt(join(root, place.listedIn)) !== undefined && isAt(place, path, evaluation),
  );
}

/**
 * Whether the text of a file looks like handlers: of a framework that its package uses, or of any framework if the
 * package serves requests.
 */
function mayHoldByShape(path: string, text: string, { byPackage }: Filter, evaluation: Evaluation): boolean {
  const dependencies = dependenciesAround(path, evaluation.workspace);
  return (
    byPackage.some(({ packages, words }) => packages.some((name) => dependencies.has(name)) && words.test(text)) ||
    (isOfServer(path, evaluation) && !isElsewhere(path, evaluation) && readsLikeHandlers(text, path))
  );
}

/**
 * Whether a quoted string in the text names a module in the catalog or a directive. Each string is looked up, because a
 * pattern with hundreds of alternatives is slow.
 */
function namesModule(text: string, { modules, files, directives }: Filter): boolean {
  for (const [, quoted = ''] of text.matchAll(/['"]([^'"\n]+)(?=['"])/g)) {
    if (directives.has(quoted) || files.has(basename(quoted)) || files.has(basename(quoted).replace(/\.\w+$/, '')))
      return true;
    const bare = quoted.startsWith('node:') ? quoted.slice('node:'.length) : quoted;
    for (let end = bare.indexOf('/'); ; end = bare.indexOf('/', end + 1)) {
      if (modules.has(end < 0 ? bare : bare.slice(0, end))) return true;
      if (end < 0) break;
    }
  }
  return false;
}

function filterOf({ workspace, catalog }: Evaluation): Filter {
  const filters = filtersOf(workspace);
  let filter = filters.get(catalog);
  if (filter === undefined) {
    filter = buildFilter(catalog);
    filters.set(catalog, filter);
  }
  return filter;
}

function buildFilter(catalog: Catalog): Filter {
  const { entries, described } = catalog;
  const modules = new Set<string>();
  const directiveTexts = new Set<string>();
  /** Names that identify handlers without an import: `Deno`, `defineEventHandler`. */
  const globals = new Set<string>();
  /** Parameter lists of handlers, grouped by the first name, which makes matching several times as fast. */
  const rows = new Map<string, Set<string>>();
  for (const entry of entries) {
    const found = handlerPatternsOf(entry);
    // Most entries of libraries only describe the results of calls.
    if (found === undefined) continue;
    for (const name of entry.packages) modules.add(name);
    for (const { module, steps } of found.map(compilePattern)) {
      const [first = '*'] = steps;
      // A module outside the entry's packages: `cloudflare:workers`.
      if (module !== 'global') modules.add(module);
      else if (typeof first !== 'string') for (const name of first) globals.add(name);
    }
    for (const { text } of entry.directives ?? []) directiveTexts.add(text);
    for (const [first = '', ...others] of entry.shapes ?? []) {
      const rest = others.map((word) => `[^,()]{0,60},\\s*_?${anyName(word)}`).join('');
      for (const name of namesOf(first)) rows.set(name, (rows.get(name) ?? new Set()).add(rest));
    }
  }
  const methods = new Set(
    entries.flatMap(({ registrations }) => (registrations ?? []).flatMap(({ methods: names }) => names ?? [])),
  );
  const objects = entries.flatMap((entry) =>
    (entry.objects ?? []).flatMap(({ variables = [], typeNames = [] }) => [...variables, ...typeNames]),
  );
  const members = new Set(entries.flatMap((entry) => (entry.objects ?? []).flatMap(({ members: all = [] }) => all)));
  const names = new Set([...objects, ...globals]);
  const places = entries.flatMap(({ files, packages }) =>
    (files ?? []).map(({ path, listedIn, namedIn }) => ({ path, packages, listedIn, namedIn })),
  );
  return {
    modules,
    files: new Set([...described].map((module) => basename(module).replace(/\.\w+$/, ''))),
    directives: directiveTexts,
    texts: [
      anyOf([...methods].map(escaped), (any) => `\\.(?<!\\b(?:console|Promise)\\.)${any}\\s*\\(\\s*['"\`/\\[]`),
      anyOf([...names].map(escaped), (any) => `\\b${any}\\b`),
      anyOf([...members].map(escaped), (any) => `\\b${any}['"]?\\s*:\\s*\\{`),
      anyOf(
        [...rows].map(([first, others]) => `${escaped(first)}(?:${[...others].join('|')})`),
        (any) => `\\b_?${any}\\b`,
      ),
    ].filter((words) => words !== undefined),
    places: places.filter(({ listedIn, namedIn }) => listedIn === undefined && namedIn === undefined),
    listed: places.flatMap(({ listedIn, ...place }) => (listedIn === undefined ? [] : [{ ...place, listedIn }])),
    named: places.flatMap(({ namedIn, ...place }) => (namedIn === undefined ? [] : [{ ...place, namedIn }])),
    byPackage: [...packageWords(catalog), ...classWords(catalog)],
  };
}

/** The parameter names that a word of a shape stands for: those of a role, or the word itself. */
function namesOf(word: string): readonly string[] {
  return Object.hasOwn(ROLES, word) ? ROLES[word as Role] : [word];
}

function anyName(word: string): string {
  const names = namesOf(word).map(escaped);
  return names.length === 1 ? (names[0] ?? '') : `(?:${names.join('|')})`;
}
