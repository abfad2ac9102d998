import type { Evaluation } from '../values/evaluation.ts';

/** How many files of a package are checked for unresolved imports. */
const SAMPLE = 200;
const IMPORT = /(?:\bfrom|\bimport|\b(?:require|import)\()\s?['"]([.@~#$][^'"\n]*)['"]/g;
/** A template that writes an import, and imports nothing itself: `export * from './${name}'`. */
const TEMPLATE = '${';
const ASSET = /\.(?:css|scss|less|svg|png|jpe?g|gif|json|md|graphql|gql|vue|svelte|astro|html|txt|wasm|node)(?:\?|$)/;
/** With fewer unresolved imports than this, nothing is reported. */
const FEWEST = 5;

/** How many imports of project code there are, and which of them don't resolve. */
export interface FollowedImports {
  readonly all: number;
  /** The specifiers as written, each once. */
  readonly lost: readonly string[];
  readonly lostCount: number;
}

/**
 * Returns a sentence if most imports of a package's own code don't resolve: relative imports, and those that look like
 * aliases.
 *
 * @param place - the name of the package
 */
export function lostImports(files: readonly string[], place: string, evaluation: Evaluation): string[] {
  const { all, lost, lostCount } = followedImports(files, evaluation);
  return lostCount >= FEWEST && 2 * lostCount > all
    ? [
        `Most imports in ${place} cannot be resolved (${lostCount.toString()} of ${all.toString()}, for example ` +
          `'${lost[0] ?? ''}'), so the code behind them is not checked: see \`paths\` in its tsconfig.`,
      ]
    : [];
}

/** Resolves the relative imports of files, and those that look like aliases. */
export function followedImports(files: readonly string[], { workspace, resolver }: Evaluation): FollowedImports {
  let all = 0;
  let lostCount = 0;
  const lost = new Set<string>();
  for (const path of files.slice(0, SAMPLE)) {
    const text = workspace.files.textAt(path) ?? '';
    for (const [, specifier = ''] of text.matchAll(IMPORT)) {
      const isOwn = /^(?:\.{1,2}(?:\/|$)|[@~]\/|[#$]\w)/.test(specifier);
      if (!isOwn || ASSET.test(specifier) || specifier.includes(TEMPLATE)) continue;
      all += 1;
      const found = resolver.resolve(specifier, path);
      if (found !== undefined && 'file' in found) continue;
      lostCount += 1;
      lost.add(specifier);
    }
  }
  return { all, lost: [...lost], lostCount };
}
