import { dirname, extname, relative, resolve, sep } from 'node:path';
import type { Cache, TsConfigResult } from 'get-tsconfig';
import { getTsconfig, parseTsconfig } from 'get-tsconfig';
import type { Source } from '../syntax/source.ts';
import type { Flavour } from './flavour.ts';
import type { TrackerHome } from './home.ts';
import type { Workspace } from '../project/workspace.ts';
import { exportsOf } from '../project/exports.ts';
import { perListing } from '../project/per-listing.ts';
import { handsOverByCode } from './hand-over.ts';
import { trackerAlias, withoutExtension } from './alias.ts';
import { perFolder } from '../project/per-folder.ts';

/** The injected helper's export. */
const TRACKER_NAME = 'fireTask';

/** How one file refers to the tracker. */
export interface TrackerReference {
  /** The name of its export: `fireTask`, unless the user has another tracker. */
  readonly name: string;
  /**
   * The specifier for importing it: `../lib/fire-task.js`, or through an alias that the file uses. The file need not
   * exist yet.
   */
  readonly specifier: string;
  /** Whether a specifier in the file resolves to it, directly or through a file that re-exports it. */
  readonly isTracker: (specifier: string) => boolean;
  /**
   * Whether a task outlives a response after which the platform freezes or cancels other work: the helper has the
   * platform's flavour, or the package configures the handover.
   */
  readonly handsOver: (flavour: Flavour | undefined) => boolean;
  /** How Node loads the file, used if its text does not show it. */
  readonly moduleKind: 'module' | 'commonjs';
}

export function trackerReference(
  home: TrackerHome,
  source: Source,
  workspace: Workspace,
  name = TRACKER_NAME,
): TrackerReference {
  const bare = withoutExtension(relative(dirname(source.path), home.path).split(sep).join('/'));
  const specifier =
    trackerAlias(home, source, workspace) ??
    `${bare.startsWith('.') ? '' : './'}${bare}${specifierExtension(home, source, workspace)}`;
  // While the tracker does not exist, its future specifier counts as resolving to it.
  const answers = new Map<string, boolean>([[specifier, true]]);
  return {
    name,
    specifier,
    isTracker: (asked) => {
      const answer = answers.get(asked) ?? leadsTo(asked, source.path, { home, workspace, seen: new Set() });
      answers.set(asked, answer);
      return answer;
    },
    handsOver: (flavour) =>
      (flavour !== undefined && flavour === home.flavour && flavour !== 'lambda') ||
      handsOverByCode(workspace.packages.of(source.path).root, workspace),
    moduleKind: workspace.packages.moduleKindOf(source.path),
  };
}

/** A tracker exported by a separate package, whose owner is responsible for its behavior on a platform. */
export function packagedTracker(
  module: string,
  name: string,
  { path }: Source,
  workspace: Workspace,
): TrackerReference {
  return {
    name,
    specifier: module,
    isTracker: (specifier) => specifier === module,
    handsOver: () => true,
    moduleKind: workspace.packages.moduleKindOf(path),
  };
}

/** The state of a search for the tracker: its place, and the files visited so far. */
interface Search {
  readonly home: TrackerHome;
  readonly workspace: Workspace;
  readonly seen: Set<string>;
}

const NO_FACTS: { readonly described: ReadonlySet<string> } = { described: new Set() };

function leadsTo(specifier: string, from: string, search: Search): boolean {
  const { home, workspace } = search;
  const resolved = workspace.resolverFor(NO_FACTS).resolve(specifier, from);
  if (resolved === undefined)
    return (
      specifier.startsWith('.') && withoutExtension(resolve(dirname(from), specifier)) === withoutExtension(home.path)
    );
  if ('module' in resolved) return false;
  return resolved.file === home.path || exportsOn(resolved.file, search);
}

/** `export { fireTask } from './fire-task.js'`, or `export *`. Files that mention neither are not parsed. */
function exportsOn(file: string, search: Search): boolean {
  const { workspace, seen } = search;
  if (seen.has(file) || !/fire-?task/i.test(workspace.files.textAt(file) ?? '')) return false;
  seen.add(file);
  const source = workspace.files.sourceAt(file);
  if (source === undefined) return false;
  const { names, stars } = exportsOf(source);
  const named = names.get('fireTask');
  const specifiers = named === undefined ? stars : 'from' in named ? [named.from] : [];
  return specifiers.some((specifier) => leadsTo(specifier, file, search));
}

const RELATIVE_IMPORT = /(?:from|import|import\(|require\()\s*['"]\.{1,2}\/([^'"]+)['"]/g;
/** Extensions of imports that are not code, and so don't show the file's style. */
const NO_CODE = /^\.(?:json|css|scss|svg|png|txt|html|md|graphql|wasm|node)$/;

/**
 * The extension to write. The file's own relative imports decide; without any, its tsconfig or Node's rules, or the
 * package's other files.
 */
function specifierExtension({ path }: TrackerHome, source: Source, workspace: Workspace): string {
  const own = extname(path);
  const compiled = own.replace('ts', 'js');
  const isTypeScript = /\.[cm]?tsx?$/.test(source.path);
  const written = endingsIn(source.text);
  if (isTypeScript && written.some((extension) => /^\.[cm]?tsx?$/.test(extension))) return own;
  // No resolver tries these extensions unless they are written.
  if (compiled === '.mjs' || compiled === '.cjs' || written.some((extension) => /^\.[cm]?jsx?$/.test(extension)))
    return compiled;
  const isModule = workspace.packages.moduleKindOf(source.path) === 'module';
  if (!isTypeScript) return isModule ? compiled : '';
  if (written.length > 0) return '';
  const { resolution, writesTs } = compilerOptions(source.path, workspace);
  if (writesTs) return own;
  if (!isModule) return '';
  if (resolution === 'node') return compiled;
  const habit = endingsOf(workspace.packages.of(source.path).root, workspace);
  // Every resolver of TypeScript accepts the compiled extension, but not every bundler.
  return habit === 'compiled' || (habit === undefined && resolution === undefined) ? compiled : '';
}

/** The extensions in a file's relative imports of code, with '' for none. */
function endingsIn(text: string): string[] {
  return [...text.matchAll(RELATIVE_IMPORT)]
    .map(([, specifier = '']) => extname(specifier))
    .filter((extension) => !NO_CODE.test(extension));
}

/**
 * Whether most imports in a package's TypeScript have the extension of the compiled file, so that Node may run the
 * result; undefined if it has no relative imports.
 */
const endingsOf = perListing((_root, files, workspace): 'compiled' | 'other' | undefined => {
  const written = [...files]
    .filter((path) => /\.[cm]?tsx?$/.test(path))
    .flatMap((path) => endingsIn(workspace.files.textAt(path) ?? ''));
  if (written.length === 0) return undefined;
  return 2 * written.filter((extension) => /^\.[cm]?jsx?$/.test(extension)).length > written.length
    ? 'compiled'
    : 'other';
});

interface CompilerOptions {
  /** Whether TypeScript resolves as Node does, or finds files without an extension; undefined if that isn't known. */
  readonly resolution: 'node' | 'bundler' | undefined;
  /** Whether imports may end in `.ts`. This is usually set because whatever runs the sources requires it. */
  readonly writesTs: boolean;
}

/** Without a readable tsconfig, the package's other imports decide. */
const UNKNOWN: CompilerOptions = { resolution: undefined, writesTs: false };

const compilerOptions = perFolder((folder): CompilerOptions => {
  const cache: Cache<string> = new Map();
  try {
    const found = getTsconfig(folder, 'tsconfig.json', cache);
    if (found === null) return UNKNOWN;
    const options =
      [found.config, ...referencedConfigs(found, cache)]
        .map((config) => config.compilerOptions ?? {})
        .find(({ module, moduleResolution }) => (moduleResolution ?? module) !== undefined) ?? {};
    return {
      resolution: /^node(?:\d\d|next)$/i.test(options.moduleResolution ?? options.module ?? '') ? 'node' : 'bundler',
      writesTs: options.allowImportingTsExtensions === true || options.rewriteRelativeImportExtensions === true,
    };
  } catch {
    // A configuration that it extends is not installed.
    return UNKNOWN;
  }
});

/** A tsconfig may only list others, without any options. */
function referencedConfigs({ path, config }: TsConfigResult, cache: Cache<string>): ReturnType<typeof parseTsconfig>[] {
  return (config.references ?? []).map((reference) => {
    const target = resolve(dirname(path), reference.path);
    return parseTsconfig(target.endsWith('.json') ? target : resolve(target, 'tsconfig.json'), cache);
  });
}
