import type { HandlerKind } from '../catalog/entry.ts';
import type { Catalog } from '../catalog/lookup.ts';
import type { Source } from '../syntax/source.ts';
import type { Graph, ReachedFunctions } from './graph.ts';
import type { Look } from './look.ts';
import type { Reach } from './reaches.ts';
import type { FunctionKey, Summary } from './summary.ts';
import { currentGeneration } from '../project/changes.ts';
import { textAt } from '../project/files.ts';
import { packageFiles } from '../project/listing.ts';
import { packageOf } from '../project/package.ts';
import { isFresh } from '../project/still.ts';
import { decoratedValue, refreshDecorations } from './decorations.ts';
import { walkGraph } from './graph.ts';
import { mayHoldHandlers } from './prefilter.ts';
import { summaryAt } from './summaries.ts';
import { summarise } from './summary.ts';

interface KnownGraph {
  readonly graph: Graph;
  readonly catalog: Catalog;
  readonly kinds: string;
  readonly files: ReadonlySet<string>;
  readonly roots: readonly string[];
  /** What it was made from, by path; as long as all of it is the same, so is the graph. */
  readonly summaries: ReadonlyMap<string, Summary | undefined>;
  generation: number;
  checkedAt: number;
}

/** How long a package is taken as unchanged: a lint run asks once for each of its files. */
const FRESH_MS = 500;
const graphs = new Map<string, KnownGraph>();
const NO_FUNCTIONS: ReachedFunctions = new Map();

/**
 * The functions of `source` that a handler runs, as far as `reach` looks. With `all` the question is not asked.
 *
 * @param look - is given the functions of the package that handlers run, where its call graph is made for this file
 */
export function reachedFunctions(
  source: Source,
  catalog: Catalog,
  reach: Reach,
  kinds: ReadonlySet<HandlerKind>,
  look?: Look,
): ReachedFunctions {
  if (reach === 'all') return NO_FUNCTIONS;
  const { path } = source;
  if (reach !== 'project') {
    // What a project's run passes over without parsing is passed over here, too: most files hold no handler, and to see
    // that by their code, each callee is followed.
    if (!mayHoldHandlers(path, source.text, catalog)) return NO_FUNCTIONS;
    const summary = summarise(() => source, catalog);
    return (
      walkGraph([summary], (asked) => (asked === path ? summary : undefined), kinds, reach === 'file').get(path) ??
      NO_FUNCTIONS
    );
  }
  const { root } = packageOf(path);
  const files = packageFiles(root);
  const reached = packageGraph(root, files, catalog, kinds, look).get(path) ?? NO_FUNCTIONS;
  if (files.has(path)) return reached;
  // A file that the package's listing leaves out (a test, a virtual file) has its own handlers besides.
  const summary = summarise(() => source, catalog, decoratedValue);
  const own =
    walkGraph([summary], (asked) => (asked === path ? summary : summaryAt(asked, catalog)), kinds, true).get(path) ??
    NO_FUNCTIONS;
  return new Map([...own, ...reached]);
}

function packageGraph(
  root: string,
  files: ReadonlySet<string>,
  catalog: Catalog,
  kinds: ReadonlySet<HandlerKind>,
  look?: Look,
): Graph {
  const known = graphs.get(root);
  const isForThis = known?.catalog === catalog && known.kinds === [...kinds].join() && known.files === files;
  if (isForThis && known.generation === currentGeneration() && isFresh(known.checkedAt, FRESH_MS)) return known.graph;
  // Looking at the files may find one changed: what the known graph was made from is compared after it.
  const roots = [...files].filter((path) => mayHoldHandlers(path, textAt(path), catalog));
  if (!isForThis || !isCurrent(known, root, roots)) {
    const made = makeGraph(root, files, roots, catalog, kinds, look);
    graphs.set(root, { ...made, catalog, kinds: [...kinds].join(), files, roots, checkedAt: Date.now() });
    return made.graph;
  }
  known.checkedAt = Date.now();
  return known.graph;
}

/**
 * Whether a graph is still right. After an edit that adds and takes away no call it is, and that is cheaper to see than
 * to walk it again.
 */
function isCurrent(known: KnownGraph, root: string, roots: readonly string[]): boolean {
  if (known.generation === currentGeneration()) return true;
  if (known.roots.length !== roots.length || known.roots.some((path, index) => path !== roots[index])) return false;
  refreshDecorations(root);
  const generation = currentGeneration();
  for (const [path, summary] of known.summaries) if (summaryAt(path, known.catalog) !== summary) return false;
  known.generation = generation;
  return true;
}

function makeGraph(
  root: string,
  files: ReadonlySet<string>,
  roots: readonly string[],
  catalog: Catalog,
  kinds: ReadonlySet<HandlerKind>,
  look: Look | undefined,
): Pick<KnownGraph, 'graph' | 'summaries' | 'generation'> {
  refreshDecorations(root);
  const generation = currentGeneration();
  const summaries = new Map<string, Summary | undefined>();
  const asked = (path: string): Summary | undefined => {
    if (!summaries.has(path)) summaries.set(path, summaryAt(path, catalog));
    return summaries.get(path);
  };
  lookAhead(roots, asked, files, look);
  return { graph: walkGraph(roots.map(asked), asked, kinds, true), summaries, generation };
}

/** Takes a graph that was made elsewhere, of the same files, for that of a package; as long as nothing changes. */
export function giveGraph(root: string, graph: Graph, catalog: Catalog, kinds: ReadonlySet<HandlerKind>): void {
  graphs.set(root, {
    graph,
    catalog,
    kinds: [...kinds].join(),
    files: packageFiles(root),
    roots: [],
    summaries: new Map(),
    generation: currentGeneration(),
    checkedAt: Date.now(),
  });
}

/**
 * Has summaries find out all that the walk from these files will ask, one handler's calls after the other: what is near
 * in the code is asked
 * together, while its trees are there.
 */
function lookAhead(
  roots: readonly string[],
  asked: (path: string) => Summary | undefined,
  files: ReadonlySet<string>,
  look: Look | undefined,
): void {
  const seen = new Set<unknown>();
  for (const root of roots) {
    const pending: FunctionKey[] = (asked(root)?.handlers() ?? []).map(({ key }) => key);
    for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
      const { path } = key;
      const summary = asked(path)?.functions.get(key.name);
      if (summary === undefined || seen.has(summary)) continue;
      seen.add(summary);
      for (const name of summary.inner) pending.push({ path, name });
      pending.push(...summary.calls());
      // Who runs what of another package is a question of that package.
      if (files.has(path)) look?.(key);
    }
  }
}
