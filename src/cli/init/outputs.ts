import { join, relative, sep } from 'node:path';
import type { Workspace } from '../../project/workspace.ts';
import { ignoredIn } from '../../project/gitignore.ts';
import { Tsconfigs } from '../../project/tsconfig.ts';

/** Folders that tools write code to. ESLint reads them unless its configuration ignores them. */
const OUTPUTS = [
  ...['dist', 'build', 'out', 'output', 'coverage', 'cdk.out'],
  ...['.next', '.nuxt', '.output', '.svelte-kit', '.astro', '.react-router', '.turbo'],
  ...['.wrangler', '.vercel', '.netlify', '.serverless', '.aws-sam', '.sst'],
];

/**
 * The folders of generated code in a package, as patterns for ESLint's `ignores`: those that git ignores, and the
 * `outDir` of its tsconfig.
 *
 * @param everywhere - whether the patterns also apply to packages below the root
 */
export function outputsOf(root: string, { groups }: Workspace, everywhere: boolean): string[] {
  const isIgnored = ignoredIn(root, []);
  const compiled = new Tsconfigs(groups)
    .near(join(root, 'any.ts'))
    .flatMap(({ outDir }) => (outDir === undefined ? [] : [relative(root, outDir).replaceAll(sep, '/')]))
    .filter((folder) => /^(?!\.\.)[\w@./-]+$/.test(folder));
  const ignored = OUTPUTS.filter((folder) => isIgnored(`${folder}/index.js`));
  return [...new Set([...compiled, ...ignored])].map((folder) => `${everywhere ? '**/' : ''}${folder}/`);
}
