import { addTo } from '../syntax/grouping.ts';
import { sourcesOf } from './sources.ts';

/** The folder of built code that a file is in, by its name; undefined where it is in none. Paths with `/`. */
export function outputOf(path: string): string | undefined {
  return /^(?:.*?\/)?(?:dist|build|lib|out|output|esm|cjs|es)(?=\/)/.exec(path)?.[0];
}

/** Folders of these names hold what is built, where their files have sources. */
const OUTPUT = /^((?:.*?\/)?)(dist|build)\//;
const SOURCES = /^(?:src|source|app|server)\//;
/** A compiler writes JavaScript. */
const WRITTEN = /\.(?:[cm]?ts|tsx|jsx)$/;

/**
 * Those of a package's code files that are plainly built from others of them: files in a `dist` beside a folder of
 * sources, and files in a `build` most of which have a source of the same name. Where build output is all there is, it
 * is what there is to look at.
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

/** No compiler writes among what it reads: `src/build/` is the part of the program that builds something. */
function isAmongSources(folder: string): boolean {
  return /(?:^|\/)(?:src|source)\//.test(folder);
}
