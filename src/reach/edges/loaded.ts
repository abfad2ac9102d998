import { sep } from 'node:path';
import type { Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Value } from '../../values/value.ts';
import type { FunctionPlace } from '../../handlers/functions.ts';
import type { Edge, EdgesOf } from './edge.ts';
import type { LoadedPart } from './loaded-parts.ts';
import { recognitionOf } from '../../handlers/evaluation.ts';
import { functionsOf } from '../../handlers/functions.ts';
import { perFile } from '../../handlers/per-file.ts';
import { exportsOf } from '../../project/exports.ts';
import { isFunction } from '../../syntax/function.ts';
import { foldersLoaded, loadsAnywhere } from '../../syntax/loads.ts';
import { wholeValue } from '../../values/calls.ts';
import { functionsAmongMany, membersOfModules, MOST_IN_FOLDER } from '../../values/methods-named.ts';
import { pathsMentioning, sourcesAt } from '../../values/near.ts';
import { idOf, keyOf } from '../function-key.ts';
import { loadedPart, partsKept } from './loaded-parts.ts';

/** With more files than this that load by computed paths, a name says too little. */
const MOST_LOADERS = 20;
/** Text that loads a module by a computed path. */
const LOADING = /\b(?:require|import)\s*\(\s*(?:[^\s'")]|'[^']*'\s*\+|"[^"]*"\s*\+)/;
const EXPORTING = /\bexports?\b/;

/** `` (await import(`./jobs/${name}.js`)).run(1) ``: the call runs a function of one of the folder's modules. */
export const loaded: EdgesOf = (call, source, evaluation) => {
  const part = call.type === 'CallExpression' ? loadedPart(call.callee, source) : undefined;
  return part === undefined ? [] : edgesTo(functionsOfPart(part, source, evaluation.undecorated));
};

/**
 * `job.exec(1)`, where a file keeps what it loads under that name: `{ exec: loaded.default }`. `job.run(1)`, if many
 * functions have the name, and all are in a folder that is loaded as a whole.
 */
export function loadedUnder(name: string, source: Source, evaluation: Evaluation): Edge[] {
  const loaders = loadersNear(source, evaluation);
  const kept = loaders.flatMap((each) => partsKept(each).get(name) ?? []);
  return edgesTo(kept.flatMap((part) => functionsOfPart(part, source, evaluation)));
}

/** The same for functions of the name itself. Where the folder is unknown, they are members of what modules export. */
export function namedInLoaded(name: string, source: Source, evaluation: Evaluation): Edge[] {
  const loaders = loadersNear(source, evaluation);
  const folders = new Set(loaders.flatMap((each) => foldersLoaded(each)));
  const named = folders.size === 0 ? [] : functionsAmongMany(name, [...folders], source, evaluation);
  if (named.length > 0 || !loaders.some((each) => loadsAnywhere(each))) return edgesTo(named);
  return edgesTo(membersOfModules(name, source, evaluation));
}

/** The files of a file's package that load modules by computed paths. Each of its calls by name asks for them. */
const loadersNear = perFile((source, evaluation): readonly Source[] => {
  const paths = pathsWithOneOf(['require', 'import'], LOADING, source, evaluation);
  return paths.length > MOST_LOADERS ? [] : sourcesAt(paths, source, evaluation);
});

function pathsWithOneOf(words: readonly string[], fits: RegExp, source: Source, evaluation: Evaluation): string[] {
  return [...new Set(words.flatMap((word) => pathsMentioning(word, fits, source, evaluation)))];
}

function functionsOfPart(part: LoadedPart, from: Source, evaluation: Evaluation): FunctionPlace[] {
  const [first] = part.path;
  const words = first === undefined || first === 'default' ? ['export', 'exports'] : [first];
  const paths = pathsWithOneOf(words, EXPORTING, from, evaluation).filter(
    (path) => path.startsWith(part.folder + sep) && path !== from.path,
  );
  if (paths.length > MOST_IN_FOLDER) return [];
  return paths.flatMap((path) => {
    const module = evaluation.workspace.files.followed(path);
    return module === undefined ? [] : functionsAt(part.path, module, evaluation);
  });
}

function functionsAt(path: readonly string[], module: Source, evaluation: Evaluation): FunctionPlace[] {
  const { names, whole } = exportsOf(module);
  const [first, second] = path;
  const exported = first === undefined ? undefined : names.get(first);
  const written =
    exported !== undefined && 'node' in exported
      ? exported.node
      : first === undefined || first === 'default'
        ? whole
        : undefined;
  // `exports.default = define(meta, async (params) => …)`
  if (second === undefined && written !== undefined) return functionsOf(written, module, recognitionOf(evaluation));
  const value = path.reduce<Value | undefined>(
    (of, name) => (of === undefined ? undefined : evaluation.member(of, name)),
    wholeValue(module, evaluation),
  );
  return value?.kind === 'function' && isFunction(value.node) ? [{ node: value.node, source: value.source }] : [];
}

function edgesTo(functions: readonly FunctionPlace[]): Edge[] {
  const edges = new Map<string, Edge>();
  for (const { node, source } of functions) {
    const to = keyOf(node, source);
    edges.set(idOf(to), { to, by: 'loaded', evidence: 'likely' });
  }
  return [...edges.values()];
}
