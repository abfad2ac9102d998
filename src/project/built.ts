import { addTo } from '../syntax/grouping.ts';
import { sourcesOf } from './sources.ts';

/** The folder of built code that contains a file, judged by its name; undefined if there is none. Paths use `/`. */
export function outputOf(path: string): string | undefined {
  return /^(?:.*?\/)?(?:dist|build|lib|out|output|esm|cjs|es)(?=\/)/.exec(path)?.[0];
}

/** Folders with these names contain built code if their files have sources. */
const OUTPUT = /^((?:.*?\/)?)(dist|build)\//;
const SOURCES = /^(?:src|source|app|server)\//;
/** Files that a compiler reads but does not write. */
const WRITTEN = /\.(?:[cm]?ts|tsx|jsx)$/;

/**
 * The code files of a package that are plainly built from its other files: those in a `dist` next to a folder of
 * sources, and those in a `dist` or `build` where at least half of the files have a source of the same name. If a
 * package has only build output, that is its code.
 *
 * @param paths - from the root of the package, with `/`
 */
export function builtAmong(paths: readonly string[]): ReadonlySet<string> {
  const outputs = new Map<string, string[]>();
  const sources: string[] = [];
  for (const path of paths) {
    const [folder, beside = ''] = OUTPUT.exec(path) ?? [];
    if (folder === undefined || isAmongSources(beside)) sources.push(path);
    else addTo(outputs, folder, path);
  }
  if (outputs.size === 0) return new Set();
  const stems = new Set(sources.map((path) => path.replace(/\.[cm]?[jt]sx?$/, '')));
  const built = new Set<string>();
  for (const [folder, files] of outputs) {
    if (files.some((path) => WRITTEN.test(path))) continue;
    const [, beside = '', name] = OUTPUT.exec(folder) ?? [];
    const isBesideSources =
      name === 'dist' && sources.some((path) => path.startsWith(beside) && SOURCES.test(path.slice(beside.length)));
    const matched = files.filter((path) => sourcesOf(path).some((source) => stems.has(source))).length;
    if (isBesideSources || 2 * matched >= files.length) for (const path of files) built.add(path);
  }
  return built;
}

/** No compiler writes into its source folder: `src/build/` is source code about building. */
function isAmongSources(folder: string): boolean {
  return /(?:^|\/)(?:src|source)\//.test(folder);
}
