import type { Evaluation } from '../values/evaluation.ts';

/** So many files of a package show where its imports lead. */
const SAMPLE = 200;
const IMPORT = /(?:\bfrom|\bimport|\b(?:require|import)\()\s?['"]([.@~#$][^'"\n]*)['"]/g;
const ASSET = /\.(?:css|scss|less|svg|png|jpe?g|gif|json|md|graphql|gql|vue|svelte|astro|html|txt|wasm|node)(?:\?|$)/;
/** Fewer imports that lead nowhere say nothing. */
const FEWEST = 5;

/**
 * A sentence where most imports of a package's own code lead nowhere: relative ones, and what reads like an alias.
 *
 * @param place - what the package is called
 */
export function lostImports(files: readonly string[], place: string, { workspace, resolver }: Evaluation): string[] {
  let all = 0;
  let lost = 0;
  let example = '';
  for (const path of files.slice(0, SAMPLE)) {
    const text = workspace.files.textAt(path) ?? '';
    for (const [, specifier = ''] of text.matchAll(IMPORT)) {
      if (!/^(?:\.{1,2}(?:\/|$)|[@~]\/|[#$]\w)/.test(specifier) || ASSET.test(specifier)) continue;
      all += 1;
      const found = resolver.resolve(specifier, path);
      if (found !== undefined && 'file' in found) continue;
      lost += 1;
      example ||= specifier;
    }
  }
  return lost >= FEWEST && 2 * lost > all
    ? [
        `Most imports in ${place} cannot be resolved (${lost.toString()} of ${all.toString()}, for example '${example}'), ` +
          `so the code behind them is not checked: see \`paths\` in its tsconfig.`,
      ]
    : [];
}
