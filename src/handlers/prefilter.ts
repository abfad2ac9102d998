import { basename, relative, sep } from 'node:path';
import type { Entry } from '../catalog/entry.ts';
import type { Catalog } from '../catalog/lookup.ts';
import { patternsOf } from '../catalog/patterns-of.ts';
import { dependsOn, packageOf } from '../project/package.ts';
import { escaped } from '../syntax/escape.ts';

interface Filter {
  readonly text: RegExp;
  /** Places where the frameworks of some packages look; without packages, in any package. */
  readonly places: readonly { readonly path: RegExp; readonly packages: readonly string[] }[];
  /** What was found of a file, by its path, as long as its text is the same. */
  readonly answers: Map<string, { text: string; answer: boolean }>;
}

const filters = new WeakMap<Catalog, Filter>();

/** Whether a file may declare or register a handler: it names a package of the catalog, reads like a route, or lies where a framework looks. Cheap; decides which files are parsed first. */
export function mayHoldHandlers(path: string, text: string | undefined, catalog: Catalog): boolean {
  if (text === undefined) return false;
  const filter = filterOf(catalog);
  const known = filter.answers.get(path);
  if (known?.text === text) return known.answer;
  const place = relative(packageOf(path).root, path).split(sep).join('/');
  const answer = filter.text.test(text) || filter.places.some(({ path: pattern, packages }) => pattern.test(place) && (packages.length === 0 || dependsOn(path, packages)));
  filter.answers.set(path, { text, answer });
  return answer;
}

function filterOf(catalog: Catalog): Filter {
  let filter = filters.get(catalog);
  if (filter === undefined) {
    filter = buildFilter(catalog);
    filters.set(catalog, filter);
  }
  return filter;
}

function buildFilter({ entries }: Catalog): Filter {
  const words = new Set<string>();
  for (const entry of entries) {
    const { packages, directives, shapes, name } = entry;
    // `http` and its like are named by Node's own entry.
    for (const word of name === 'node' ? ['http', 'https', 'http2'] : packages) words.add(`['"](?:node:)?${escaped(word)}[/'"]`);
    // Settings may name only modules, of packages or of the user's own.
    if (packages.length === 0 && name !== 'node') for (const module of modulesOf(entry)) words.add(`['"/]${escaped(module)}(?:\\.\\w+)?['"]`);
    for (const { text } of directives ?? []) words.add(`['"]${escaped(text)}['"]`);
    for (const shape of shapes ?? []) words.add(`\\(?\\b_?${shape.map(escaped).join('[^,()]{0,60},\\s*_?')}\\b`);
  }
  const methods = new Set(entries.flatMap(({ registrations }) => (registrations ?? []).flatMap(({ methods: names }) => names ?? [])));
  words.add(`\\.(?:${[...methods].map(escaped).join('|')})\\s*\\(\\s*['"\`/\\[]`);
  const objects = entries.flatMap((entry) => (entry.objects ?? []).flatMap(({ variables = [], typeNames = [] }) => [...variables, ...typeNames]));
  const names = new Set([...objects, ...entries.flatMap(globalNames)]);
  words.add(`\\b(?:${[...names].map(escaped).join('|')})\\b`);
  return {
    text: new RegExp([...words].join('|')),
    places: entries.flatMap(({ files, packages }) => (files ?? []).map(({ path }) => ({ path, packages }))),
    answers: new Map(),
  };
}

/** Names that an entry takes handlers by without any import: `Deno`, `defineEventHandler`. */
function globalNames({ registrations, receivers, types }: Entry): string[] {
  const patterns = [
    ...(registrations ?? []).flatMap(({ calls }) => calls ?? []),
    ...Object.values(receivers ?? {}).flatMap(({ values }) => values ?? []),
    ...(types?.handlers ?? []),
    ...(types?.parameters ?? []),
  ];
  return patterns.flatMap((pattern) => /^(?:new |typed )?global#([^.()]+)/.exec(pattern)?.[1]?.split('|') ?? []);
}

/** The last part of each module that an entry's patterns name, without its ending: imports write the rest in many ways. */
function modulesOf(entry: Entry): ReadonlySet<string> {
  const modules = patternsOf(entry).map((pattern) => /^(?:new |typed )?([^#]+)#/.exec(pattern)?.[1] ?? 'global');
  return new Set(modules.filter((module) => module !== 'global').map((module) => basename(module).replace(/\.\w+$/, '')));
}
