import { dirname, extname, relative, resolve, sep } from 'node:path';
import type { Cache, TsConfigResult } from 'get-tsconfig';
import { getTsconfig, parseTsconfig } from 'get-tsconfig';
import type { Source } from '../syntax/source.ts';
import type { Flavour } from './flavour.ts';
import type { TrackerHome } from './home.ts';
import type { Workspace } from '../project/workspace.ts';
import { exportsOf } from '../project/exports.ts';
import { trackerAlias, withoutExtension } from './alias.ts';
import { perFolder } from '../project/per-folder.ts';
import { perListing } from '../project/per-listing.ts';

/** What the injected helper exports. */
const TRACKER_NAME = 'fireTask';

/** The tracker as one file refers to it. */
export interface TrackerReference {
  /** What it is exported as: `fireTask`, unless the user has their own. */
  readonly name: string;
  /** How the file imports it: `../lib/fire-task.js`, or by the alias that it uses. It need not exist yet. */
  readonly specifier: string;
  /** Whether a specifier found in the file leads to it, directly or through a file that exports it on. */
  readonly isTracker: (specifier: string) => boolean;
  /**
   * Whether a task outlives an answer that freezes or cancels the rest: the helper is of the platform's flavour, or the
   * package has it hand its work over.
   */
  readonly handsOver: (flavour: Flavour | undefined) => boolean;
  /** How Node loads the file, for one whose text does not show it. */
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
  // Where the tracker is not written yet, what will lead to it does.
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
      configuresHandOver(workspace.packages.of(source.path).root, workspace),
    moduleKind: workspace.packages.moduleKindOf(source.path),
  };
}

/** `configureTasks({ waitUntil })`, or a handler in `withTasks(…)`, in some file of the package. */
const configuresHandOver = perListing((_root, files, workspace) =>
  [...files].some((path) =>
    /\bconfigureTasks\s*\(\s*\{[^}]*\bwaitUntil\b|(?<!function )\bwithTasks\s*\(/.test(
      workspace.files.textAt(path) ?? '',
    ),
  ),
);

/** A tracker that a package of its own exports; what it does on a platform is its owner's affair. */
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

/** The way to the tracker that is looked for, and the files looked into on it. */
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

/** `export { fireTask } from './fire-task.js'`, or all of it; files that name neither are not parsed. */
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
/** Endings of what is imported but is no code, whose presence says nothing. */
const NO_CODE = /^\.(?:json|css|scss|svg|png|txt|html|md|graphql|wasm|node)$/;

/**
 * The ending that the file writes in its own relative imports; without any, the one that its tsconfig or Node asks for,
 * or that the package's other files write.
 */
function specifierExtension({ path }: TrackerHome, source: Source, workspace: Workspace): string {
  const own = extname(path);
  const compiled = own.replace('ts', 'js');
  const isTypeScript = /\.[cm]?tsx?$/.test(source.path);
  const written = endingsIn(source.text);
  if (isTypeScript && written.some((extension) => /^\.[cm]?tsx?$/.test(extension))) return own;
  // No resolver tries these by itself.
  if (compiled === '.mjs' || compiled === '.cjs' || written.some((extension) => /^\.[cm]?jsx?$/.test(extension)))
    return compiled;
  const isModule = workspace.packages.moduleKindOf(source.path) === 'module';
  if (!isTypeScript) return isModule ? compiled : '';
  if (written.length > 0) return '';
  const { resolution, writesTs } = compilerOptions(source.path, workspace);
  if (writesTs) return own;
  if (!isModule) return '';
  return resolution === 'node' || writesCompiled(workspace.packages.of(source.path).root, workspace) ? compiled : '';
}

/** The endings, also none, of a file's relative imports of code. */
function endingsIn(text: string): string[] {
  return [...text.matchAll(RELATIVE_IMPORT)]
    .map(([, specifier = '']) => extname(specifier))
    .filter((extension) => !NO_CODE.test(extension));
}

/** Whether the TypeScript of a package mostly imports by the endings of what it is compiled to: Node may run that. */
const writesCompiled = perListing((_root, files, workspace) => {
  const written = [...files]
    .filter((path) => /\.[cm]?tsx?$/.test(path))
    .flatMap((path) => endingsIn(workspace.files.textAt(path) ?? ''));
  return 2 * written.filter((extension) => /^\.[cm]?jsx?$/.test(extension)).length > written.length;
});

interface CompilerOptions {
  /** Whether TypeScript resolves as Node does, or finds files without their ending. */
  readonly resolution: 'node' | 'bundler';
  /** Whether imports may end in `.ts`: then it is mostly what runs the sources that asks for it. */
  readonly writesTs: boolean;
}

/** Without a tsconfig, or with one that cannot be read, the ending is right for every resolver. */
const UNKNOWN: CompilerOptions = { resolution: 'node', writesTs: false };

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
    // What it extends is not installed.
    return UNKNOWN;
  }
});

/** A tsconfig that only lists others says nothing itself. */
function referencedConfigs({ path, config }: TsConfigResult, cache: Cache<string>): ReturnType<typeof parseTsconfig>[] {
  return (config.references ?? []).map((reference) => {
    const target = resolve(dirname(path), reference.path);
    return parseTsconfig(target.endsWith('.json') ? target : resolve(target, 'tsconfig.json'), cache);
  });
}
