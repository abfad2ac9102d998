import type { Evaluation } from '../values/evaluation.ts';

/** So many files of a package show where its imports lead. */
const SAMPLE = 200;
const IMPORT = /(?:\bfrom|\bimport|\b(?:require|import)\()\s?['"]([.@~#$][^'"\n]*)['"]/g;
const ASSET = /\.(?:css|scss|less|svg|png|jpe?g|gif|json|md|graphql|gql|vue|svelte|astro|html|txt|wasm|node)(?:\?|$)/;
/** Fewer imports that lead nowhere say nothing. */
const FEWEST = 5;

/** Where the imports of some code lead that should lead to code of the project. */
export interface FollowedImports {
  readonly all: number;
  /** As they are written, each once. */
  readonly lost: readonly string[];
  readonly lostCount: number;
}

/**
 * A sentence where most imports of a package's own code lead nowhere: relative ones, and what reads like an alias.
 *
 * @param place - what the package is called
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

/** Follows the relative imports of files, and those that read like an alias. */
export function followedImports(files: readonly string[], { workspace, resolver }: Evaluation): FollowedImports {
  let all = 0;
  let lostCount = 0;
  const lost = new Set<string>();
  for (const path of files.slice(0, SAMPLE)) {
    const text = workspace.files.textAt(path) ?? '';
    for (const [, specifier = ''] of text.matchAll(IMPORT)) {
      if (!/^(?:\.{1,2}(?:\/|$)|[@~]\/|[#$]\w)/.test(specifier) || ASSET.test(specifier)) continue;
      all += 1;
      const found = resolver.resolve(specifier, path);
      if (found !== undefined && 'file' in found) continue;
      lostCount += 1;
      lost.add(specifier);
    }
  }
  return { all, lost: [...lost], lostCount };
}
