import { join, relative, sep } from 'node:path';
import type { Package } from '../../project/package.ts';
import type { Workspace } from '../../project/workspace.ts';
import { ignoredIn } from '../../project/gitignore.ts';
import { Tsconfigs } from '../../project/tsconfig.ts';

/** Folders that tools write code to. ESLint reads them unless its configuration ignores them. */
const OUTPUTS = [
  ...['dist', 'build', 'out', 'output', 'coverage', 'cdk.out'],
  ...['.next', '.nuxt', '.output', '.svelte-kit', '.astro', '.react-router', '.turbo'],
  ...['.wrangler', '.vercel', '.netlify', '.serverless', '.aws-sam', '.sst'],
];

/** A folder of generated code. Paths use `/`. */
interface Output {
  /** From the root. */
  readonly path: string;
  /** From its package, if that is below the root and contains the folder. */
  readonly name?: string;
}

/**
 * The folders of generated code in a package and those below it, as patterns for ESLint's `ignores`: those that git
 * ignores, and the `outDir` of the tsconfigs. A folder with code that the command reads is no such folder.
 */
export function outputsOf(root: string, workspace: Workspace): string[] {
  const members = workspace.groups
    .of(join(root, 'any.js'))
    .packages.filter((each) => each.root === root || each.root.startsWith(root + sep));
  const sources = members.flatMap((each) =>
    [...workspace.listings.filesOf(each.root)].map((path) => fromFolder(root, path)),
  );
  const holdsSource = (pattern: string): boolean => sources.some((path) => covers(pattern, path));
  const outputs = members.flatMap((each) => outputsIn(each, root, workspace));
  const patterns = outputs.map(({ path, name }) => {
    const everywhere = `**/${name ?? ''}/`;
    return name === undefined || holdsSource(everywhere) ? `${path}/` : everywhere;
  });
  const safe = [...new Set(patterns)].filter((pattern) => !holdsSource(pattern));
  return safe.filter((pattern) => !safe.some((other) => other !== pattern && covers(other, pattern)));
}

function outputsIn({ root: folder }: Package, root: string, { groups }: Workspace): Output[] {
  const isIgnored = ignoredIn(folder, []);
  const compiled = new Tsconfigs(groups).near(join(folder, 'any.ts')).flatMap(({ outDir }) => outDir ?? []);
  const ignored = OUTPUTS.filter((name) => isIgnored(`${name}/index.js`)).map((name) => join(folder, name));
  return [...compiled, ...ignored].flatMap((place) => {
    const path = fromFolder(root, place);
    const name = fromFolder(folder, place);
    if (!isPlainFolder(path)) return [];
    return [{ path, ...(folder !== root && isPlainFolder(name) && { name }) }];
  });
}

function fromFolder(folder: string, path: string): string {
  return relative(folder, path).replaceAll(sep, '/');
}

/** Whether a path is below the folder it starts from, and has no characters that mean something in a pattern. */
function isPlainFolder(path: string): boolean {
  return /^(?!\.\.)[\w@./-]+$/.test(path);
}

/** Whether one of our patterns ignores a path, or all that another pattern ignores. */
function covers(pattern: string, path: string): boolean {
  return pattern.startsWith('**/') ? `/${path}`.includes(pattern.slice(2)) : path.startsWith(pattern);
}
