import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Flavour } from './flavours.ts';
import type { Package } from '../project/package.ts';
import type { Workspace } from '../project/workspace.ts';
import { CATALOG } from '../catalog/index.ts';
import { perWorkspace } from '../project/workspace.ts';
import { hasSigns } from './signs.ts';

export type { Flavour } from './flavours.ts';
export { FLAVOURS, TOLD_TO_STOP } from './flavours.ts';

interface Signs {
  readonly flavour: Flavour;
  /** Packages that identify it. */
  readonly dependencies?: readonly string[];
  /** A part of the package's path. */
  readonly folder?: string;
  /** The lowest version of the first dependency that works, as major and minor. */
  readonly since?: readonly [number, number];
  /** Matches a file of a package that starts the framework's server itself: there, tasks are not handed over. */
  readonly ownServer?: RegExp;
}

/**
 * The first match wins, before the catalog's signs of platforms: code in Next.js runs there wherever Next.js is
 * deployed. Next.js 15.1 introduced `after`. A custom server (`next({ dev }).prepare()`) ends at a signal like any Node
 * server, and code that it runs outside Next.js can't import `next/server` as an ES module.
 */
const SIGNS: readonly Signs[] = [
  {
    flavour: 'next',
    dependencies: ['next'],
    since: [15, 1],
    ownServer: /^import +(?!type\b)\w+ +from +['"]next['"]|\brequire\( *['"]next['"] *\)/m,
  },
  { flavour: 'supabase', folder: `supabase${sep}functions` },
];

const flavoursOf = perWorkspace(() => new WeakMap<Package, Flavour>());

/**
 * The flavour that a package's dependencies, files and path indicate, or else `node`. Asked for each file, but
 * determined only once.
 */
export function flavourOf(project: Package, workspace: Workspace): Flavour {
  const flavours = flavoursOf(workspace);
  let flavour = flavours.get(project);
  if (flavour === undefined) {
    flavour = findFlavour(project, workspace);
    flavours.set(project, flavour);
  }
  return flavour;
}

function findFlavour(project: Package, workspace: Workspace): Flavour {
  const { root, manifest } = project;
  const fits = ({ dependencies = [], folder, since, ownServer }: Signs): boolean => {
    const [first] = dependencies;
    if (since !== undefined)
      return (
        first !== undefined &&
        manifest.dependencies.has(first) &&
        isSince(since, root, first) &&
        (ownServer === undefined || !isWrittenIn(root, ownServer, workspace))
      );
    return (
      dependencies.some((name) => manifest.dependencies.has(name)) || (folder !== undefined && root.includes(folder))
    );
  };
  return (
    SIGNS.find(fits)?.flavour ??
    CATALOG.find(({ signs, flavour }) => flavour !== undefined && signs !== undefined && hasSigns(signs, project))
      ?.flavour ??
    'node'
  );
}

function isWrittenIn(root: string, text: RegExp, { files, listings }: Workspace): boolean {
  // Files with JSX don't start servers.
  return [...listings.filesOf(root)].some((path) => !path.endsWith('x') && text.test(files.textAt(path) ?? ''));
}

/**
 * Uses the installed version, or else the lowest that the package.json allows. A version without a number counts as new
 * enough.
 */
function isSince([major, minor]: readonly [number, number], root: string, name: string): boolean {
  const version =
    fieldOf(join(root, 'node_modules', name, 'package.json'), (json) => json['version']) ??
    fieldOf(
      join(root, 'package.json'),
      (json) => (json['dependencies'] as Record<string, unknown> | undefined)?.[name],
    );
  const [, found = '', rest = '0'] = /(\d+)(?:\.(\d+))?/.exec(version ?? '') ?? [];
  return found === '' || Number(found) > major || (Number(found) === major && Number(rest) >= minor);
}

function fieldOf(path: string, read: (json: Record<string, unknown>) => unknown): string | undefined {
  try {
    const value = read(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
