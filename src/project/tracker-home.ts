import type { Stats } from 'node:fs';
import { accessSync, constants, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { TsConfigJson } from 'get-tsconfig';
import { getTsconfig } from 'get-tsconfig';
import type { Source } from '../syntax/source.ts';
import type { Package } from './package.ts';
import type { TrackerForm } from './tracker-text.ts';
import { textAt } from './files.ts';
import { packageFiles } from './listing.ts';
import { moduleKindOf } from './package.ts';
import { resolveSpecifier } from './resolve.ts';

/** Where a package keeps its tracker, or is to get it. */
export interface TrackerHome {
  /** Absolute. */
  readonly path: string;
  readonly form: TrackerForm;
  readonly exists: boolean;
}

/** The tracker registers itself under this symbol, whatever else its owner changes. */
const MARK = "Symbol.for('fire-task@1')";

const FILE = /^fire-task\.[cm]?[jt]s$/;

/**
 * The tracker of a package: where one is already, wherever the team moved it; else `src/lib/` or, without a `src`, `lib/`.
 *
 * @param helper - absolute path that the user asks for instead
 */
export function trackerHome({ root }: Package, helper?: string): TrackerHome {
  if (helper !== undefined) return { path: helper, form: formOf(helper), exists: statOf(helper) !== undefined };
  const files = packageFiles(root);
  for (const path of files) {
    if (FILE.test(basename(path)) && isTrackerText(textAt(path) ?? '')) return { path, form: formOf(path), exists: true };
  }
  const folder = statOf(join(root, 'src'))?.isDirectory() === true ? join(root, 'src', 'lib') : join(root, 'lib');
  const extension = extensionFor(files);
  const path = join(folder, `fire-task${extension}`);
  const form = extension === '.ts' ? 'ts' : extension === '.mjs' || isModulePackage(files, path) ? 'esm' : 'cjs';
  return { path, form, exists: statOf(path)?.isFile() === true };
}

/** Whether a file is the tracker, however its owner has edited it: it registers itself, or exports a `fireTask` of its own. */
export function isTrackerText(text: string): boolean {
  return registersItself(text) || /\bexport\b[^;{]*\bfireTask\b|\bexport\s*\{[^}]*\bfireTask\b|\bexports\b[^;]*\bfireTask\b/.test(text);
}

/** Whether a text is that of the tracker, edited or not. */
export function registersItself(text: string): boolean {
  return text.includes('fire-task@1') && text.replaceAll('"', "'").includes(MARK);
}

/** Whether the place is taken by a file of another kind, which is neither to be overwritten nor imported from. */
export function isTaken({ path, exists }: TrackerHome): boolean {
  return exists && !isTrackerText(textAt(path) ?? '');
}

/** TypeScript where the package has any; `.mjs` where it has nothing but that. */
function extensionFor(files: ReadonlySet<string>): string {
  const extensions = new Set([...files].map((path) => extname(path)));
  if (['.ts', '.tsx', '.mts', '.cts'].some((extension) => extensions.has(extension))) return '.ts';
  if (extensions.has('.js') || extensions.has('.jsx') || extensions.size === 0) return '.js';
  return extensions.has('.mjs') ? '.mjs' : '.cjs';
}

/** By the package's `type`; without one, by what most of its files are written in, as a bundler may load them. */
function isModulePackage(files: ReadonlySet<string>, path: string): boolean {
  if (moduleKindOf(path) === 'module') return true;
  if (path.endsWith('.cjs')) return false;
  let modules = 0;
  let scripts = 0;
  for (const file of files) {
    const text = /\.jsx?$/.test(file) ? textAt(file) : undefined;
    if (text === undefined) continue;
    if (/^\s*(?:import|export)\b/m.test(text)) modules += 1;
    else if (/\brequire\(|\bmodule\.exports\b|\bexports\.\w/.test(text)) scripts += 1;
  }
  return modules > scripts;
}

function formOf(path: string): TrackerForm {
  if (/\.[cm]?ts$/.test(path)) return 'ts';
  return path.endsWith('.cjs') || (path.endsWith('.js') && moduleKindOf(path) === 'commonjs') ? 'cjs' : 'esm';
}

/** How `source` refers to the tracker. */
export function trackerReference(home: TrackerHome, source: Source): { specifier: string; isTracker: (specifier: string) => boolean; moduleKind: 'module' | 'commonjs' } {
  const from = dirname(source.path);
  const bare = relative(from, home.path).split(sep).join('/').replace(/\.[cm]?[jt]s$/, '');
  return {
    specifier: `${bare.startsWith('.') ? '' : './'}${bare}${specifierExtension(home, source)}`,
    isTracker: (specifier) => isTracker(specifier, source, home),
    moduleKind: moduleKindOf(source.path),
  };
}

function isTracker(specifier: string, source: Source, home: TrackerHome): boolean {
  const resolved = resolveSpecifier(specifier, source.path);
  if (resolved !== undefined) return 'file' in resolved && resolved.file === home.path;
  return specifier.startsWith('.') && withoutExtension(resolve(dirname(source.path), specifier)) === withoutExtension(home.path);
}

function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]s$/, '');
}

/** The ending that the file writes in its own relative imports; without any, the one that its tsconfig or Node asks for. */
function specifierExtension({ path }: TrackerHome, source: Source): string {
  const own = extname(path);
  const compiled = own.replace('ts', 'js');
  const written = [...source.text.matchAll(/(?:from|import|require\()\s*['"]\.{1,2}\/([^'"]+)['"]/g)].map(([, specifier = '']) => extname(specifier));
  const isTypeScript = /\.[cm]?tsx?$/.test(source.path);
  if (compiled === '.mjs' || compiled === '.cjs') return compiled;
  if (written.some((extension) => /^\.[cm]?js$/.test(extension))) return compiled;
  if (isTypeScript && written.some((extension) => /^\.[cm]?ts$/.test(extension))) return own;
  const isModule = moduleKindOf(source.path) === 'module';
  if (written.length > 0 && (isTypeScript || !isModule)) return '';
  if (!isModule) return '';
  return isTypeScript && !needsExtension(source.path) ? '' : compiled;
}

/** Whether the file's tsconfig resolves as Node does. Without a tsconfig, or with one that cannot be read, the ending is right for every resolver. */
function needsExtension(path: string): boolean {
  let options: TsConfigJson.CompilerOptions | undefined;
  try {
    options = getTsconfig(dirname(path))?.config.compilerOptions;
  } catch {
    // What it extends is not installed.
    return true;
  }
  if (options === undefined) return true;
  return /^node(?:16|18|20|next)$/i.test(options.moduleResolution ?? options.module ?? '');
}

/**
 * Writes the tracker, whole or not at all; a file that is there already stays, whoever was first.
 *
 * @returns whether it was written
 * @throws {Error} of the file system
 */
export function writeTracker(home: TrackerHome, text: string): boolean {
  const folder = dirname(home.path);
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `.${basename(home.path)}.${String(process.pid)}`);
  writeFileSync(draft, text);
  try {
    linkSync(draft, home.path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    // A file system without links.
    writeFileSync(home.path, readFileSync(draft), { flag: 'wx' });
    return true;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Why `path` cannot be written, as a sentence's end; undefined when it can. Folders that are missing can be made below the first that is there.
 * A file that is there is replaced as a whole, so its folder is written, too.
 */
export function writeObstacle(path: string): string | undefined {
  const stat = statOf(path);
  if (stat?.isFile() === true) return unwritable(path) ?? unwritable(dirname(path));
  if (stat !== undefined) return `${path} is not a file`;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const above = statOf(folder);
    if (above !== undefined) return above.isDirectory() ? unwritable(folder) : `${folder} is not a folder`;
    if (dirname(folder) === folder) return `${folder} does not exist`;
  }
}

function unwritable(path: string): string | undefined {
  try {
    accessSync(path, constants.W_OK);
    return undefined;
  } catch {
    return `${path} is not writable`;
  }
}

/** A path below a file is as missing as any other. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
