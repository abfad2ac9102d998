import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Workspace } from './workspace.ts';
import { perWorkspace } from './workspace.ts';

/** How long the members of a workspace count as unchanged. */
const FRESH_MS = 2000;

interface Known {
  readonly dependencies: ReadonlySet<string>;
  readonly checkedAt: number;
}

/** By the root of a package. */
const knownOf = perWorkspace(() => new Map<string, Known>());

/**
 * Whether the package of a file, one above it, or another in its workspace depends on one of these packages.
 *
 * @param servers - names of packages that serve requests
 */
export function servesRequests(path: string, workspace: Workspace, servers: ReadonlySet<string>): boolean {
  const dependencies = dependenciesAround(path, workspace);
  for (const name of dependencies) if (servers.has(name)) return true;
  return false;
}

/** The dependencies of a file's package, of those above it, and of the others in its workspace. */
export function dependenciesAround(path: string, workspace: Workspace): ReadonlySet<string> {
  const { packages, freshness } = workspace;
  const { root } = packages.of(path);
  const around = knownOf(workspace);
  const known = around.get(root);
  if (known !== undefined && freshness.isFresh(known.checkedAt, FRESH_MS)) return known.dependencies;
  const dependencies = new Set<string>();
  const take = (folder: string): void => {
    for (const name of packages.of(join(folder, 'package.json')).manifest.dependencies) dependencies.add(name);
  };
  for (let at = root; ; at = dirname(at)) {
    take(at);
    for (const member of membersOf(at)) take(member);
    if (dirname(at) === at) break;
  }
  around.set(root, { dependencies, checkedAt: Date.now() });
  return dependencies;
}

/**
 * The folders of the packages in a workspace, as patterns in its root say: `packages/*`, `apps/web`. Empty for other
 * folders.
 */
function membersOf(root: string): string[] {
  return [...new Set([...workspacesOf(root), ...pnpmPackagesOf(root)])]
    .filter((pattern) => !pattern.startsWith('!'))
    .flatMap((pattern) => expand(root, pattern.replace(/^\.\//, '').split('/')));
}

function workspacesOf(root: string): readonly string[] {
  const json = readJson(join(root, 'package.json'));
  const { workspaces } = (json ?? {}) as { workspaces?: unknown };
  const patterns = Array.isArray(workspaces)
    ? workspaces
    : (workspaces as { packages?: unknown } | undefined)?.packages;
  return Array.isArray(patterns) ? patterns.filter((pattern) => typeof pattern === 'string') : [];
}

function pnpmPackagesOf(root: string): readonly string[] {
  const lines = (readText(join(root, 'pnpm-workspace.yaml')) ?? '').split('\n');
  const start = lines.findIndex((line) => line.startsWith('packages:'));
  if (start < 0) return [];
  const patterns: string[] = [];
  for (const line of lines.slice(start + 1)) {
    const [text = ''] = line.split('#');
    const item = text.trim();
    if (item.startsWith('-')) patterns.push(item.slice(1).trim().replaceAll(/['"]/g, ''));
    else if (item !== '') break;
  }
  return patterns;
}

/** The folders that match a pattern; `**` matches one or two levels. */
function expand(folder: string, segments: readonly string[]): string[] {
  const [segment, ...others] = segments;
  if (segment === undefined || segment === '') return [folder];
  if (!segment.includes('*')) return expand(join(folder, segment), others);
  const below = foldersIn(folder).map((name) => join(folder, name));
  const found = below.flatMap((inner) => expand(inner, others));
  return segment === '**'
    ? [...found, ...below.flatMap((inner) => foldersIn(inner).map((name) => join(inner, name)))]
    : found;
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.') ? [entry.name] : [],
    );
  } catch {
    return [];
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readText(path)?.replace(/^\uFEFF/, '') ?? 'null');
  } catch {
    return undefined;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
