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
  /** Packages it is known by. */
  readonly dependencies?: readonly string[];
  /** A part of the package's path. */
  readonly folder?: string;
  /** The first version of the first dependency that can be used, major and minor. */
  readonly since?: readonly [number, number];
  /** What stands in a file of a package whose own server runs the framework: nothing is handed over at its end. */
  readonly ownServer?: RegExp;
}

/**
 * The first that fits is taken, before the signs that the catalog has of platforms: what runs in Next.js runs there
 * wherever Next.js runs. `after` came with Next.js 15.1. A server of one's own (`next({ dev }).prepare()`) ends at a
 * signal as any server of Node does, and what it runs beside Next.js cannot import `next/server` as an ES module.
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
 * The flavour that a package's dependencies, files and place ask for; `node` without a sign of another. Asked for each
 * file, found once.
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
  // No file with JSX starts a server.
  return [...listings.filesOf(root)].some((path) => !path.endsWith('x') && text.test(files.textAt(path) ?? ''));
}

/**
 * By what is installed, else by the least that the package.json asks for; a version that says no number is a new one.
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
