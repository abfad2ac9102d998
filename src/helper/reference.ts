import { dirname, extname, relative, resolve, sep } from 'node:path';
import type { Source } from '../syntax/source.ts';
import type { Flavour } from './flavour.ts';
import type { TrackerHome } from './home.ts';
import { exportsOf } from '../project/exports.ts';
import { currentGeneration } from '../project/changes.ts';
import { sourceAt, textAt } from '../project/files.ts';
import { packageFiles } from '../project/listing.ts';
import { moduleKindOf, packageOf } from '../project/package.ts';
import { trackerAlias, withoutExtension } from './alias.ts';
import { compilerOptions } from './compiler-options.ts';
import { helperMemory } from './memory.ts';
import { resolveSpecifier } from '../project/resolve.ts';

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

export function trackerReference(home: TrackerHome, source: Source, name = TRACKER_NAME): TrackerReference {
  const bare = withoutExtension(relative(dirname(source.path), home.path).split(sep).join('/'));
  const specifier =
    trackerAlias(home, source) ?? `${bare.startsWith('.') ? '' : './'}${bare}${specifierExtension(home, source)}`;
  // Where the tracker is not written yet, what will lead to it does.
  const answers = new Map<string, boolean>([[specifier, true]]);
  return {
    name,
    specifier,
    isTracker: (asked) => {
      const answer = answers.get(asked) ?? leadsTo(asked, source.path, home, new Set());
      answers.set(asked, answer);
      return answer;
    },
    handsOver: (flavour) =>
      (flavour !== undefined && flavour === home.flavour && flavour !== 'lambda') ||
      configuresHandOver(packageOf(source.path).root),
    moduleKind: moduleKindOf(source.path),
  };
}

/** `configureTasks({ waitUntil })`, or a handler in `withTasks(…)`, in some file of the package. */
function configuresHandOver(root: string): boolean {
  const files = packageFiles(root);
  const { handOvers } = helperMemory();
  const before = handOvers.get(files);
  if (before?.generation === currentGeneration()) return before.answer;
  const answer = [...files].some((path) =>
    /\bconfigureTasks\s*\(\s*\{[^}]*\bwaitUntil\b|(?<!function )\bwithTasks\s*\(/.test(textAt(path) ?? ''),
  );
  // Reading the files may have found one changed.
  handOvers.set(files, { generation: currentGeneration(), answer });
  return answer;
}

/** A tracker that a package of its own exports; what it does on a platform is its owner's affair. */
export function packagedTracker(module: string, name: string, { path }: Source): TrackerReference {
  return {
    name,
    specifier: module,
    isTracker: (specifier) => specifier === module,
    handsOver: () => true,
    moduleKind: moduleKindOf(path),
  };
}

function leadsTo(specifier: string, from: string, home: TrackerHome, seen: Set<string>): boolean {
  const resolved = resolveSpecifier(specifier, from);
  if (resolved === undefined)
    return (
      specifier.startsWith('.') && withoutExtension(resolve(dirname(from), specifier)) === withoutExtension(home.path)
    );
  if ('module' in resolved) return false;
  return resolved.file === home.path || exportsOn(resolved.file, home, seen);
}

/** `export { fireTask } from './fire-task.js'`, or all of it; files that name neither are not parsed. */
function exportsOn(file: string, home: TrackerHome, seen: Set<string>): boolean {
  if (seen.has(file) || !/fire-?task/i.test(textAt(file) ?? '')) return false;
  seen.add(file);
  const source = sourceAt(file);
  if (source === undefined) return false;
  const { names, stars } = exportsOf(source);
  const named = names.get('fireTask');
  const specifiers = named === undefined ? stars : 'from' in named ? [named.from] : [];
  return specifiers.some((specifier) => leadsTo(specifier, file, home, seen));
}

const RELATIVE_IMPORT = /(?:from|import|import\(|require\()\s*['"]\.{1,2}\/([^'"]+)['"]/g;
/** Endings of what is imported but is no code, whose presence says nothing. */
const NO_CODE = /^\.(?:json|css|scss|svg|png|txt|html|md|graphql|wasm|node)$/;

/**
 * The ending that the file writes in its own relative imports; without any, the one that its tsconfig or Node asks for.
 */
function specifierExtension({ path }: TrackerHome, source: Source): string {
  const own = extname(path);
  const compiled = own.replace('ts', 'js');
  const isTypeScript = /\.[cm]?tsx?$/.test(source.path);
  const written = [...source.text.matchAll(RELATIVE_IMPORT)]
    .map(([, specifier = '']) => extname(specifier))
    .filter((extension) => !NO_CODE.test(extension));
  if (isTypeScript && written.some((extension) => /^\.[cm]?tsx?$/.test(extension))) return own;
  // No resolver tries these by itself.
  if (compiled === '.mjs' || compiled === '.cjs' || written.some((extension) => /^\.[cm]?jsx?$/.test(extension)))
    return compiled;
  const isModule = moduleKindOf(source.path) === 'module';
  if (!isTypeScript) return isModule ? compiled : '';
  if (written.length > 0) return '';
  const { resolution, writesTs } = compilerOptions(source.path);
  if (writesTs) return own;
  return isModule && resolution === 'node' ? compiled : '';
}
