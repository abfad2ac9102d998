import { join, relative } from 'node:path';
import type { Workspace } from '../../project/workspace.ts';
import type { Node, Source } from '../../syntax/source.ts';
import { positionAt } from '../../syntax/position.ts';

/** A place in a file. */
export interface DrainPlace {
  /** Absolute. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** No drain was planned. */
export interface LeftDrain {
  readonly kind: 'left';
  /** One sentence: what was found, and what to do. */
  readonly reason: string;
  readonly places: readonly DrainPlace[];
  /** If the package starts no server: the folders of the packages that run its code in their processes. */
  readonly loaders?: readonly string[];
}

const WRITTEN = '`npx fire-task init --drain` writes it next to the helper';
export const AT_START = `call \`drainOnShutdown(server)\` where the server starts; ${WRITTEN}`;
/** A bot or a worker has no server. */
const AT_ANY_START =
  'call `drainOnShutdown(server)` where the server starts, or `drainOnShutdown()` where a program without a server ' +
  `starts; ${WRITTEN}`;
/** How many packages a reason names. */
const NAMED = 3;

/** A package that others of the workspace import runs in their processes. */
export function leftWithoutStart(root: string, workspace: Workspace): LeftDrain {
  const group = workspace.groups.of(join(root, 'package.json'));
  const folders = group.dependentsOf(root);
  const loaders = folders.map((folder) => nameOf(folder, group.root));
  if (loaders.length === 0) return left('No place was found where a server starts', [], AT_ANY_START);
  const more = loaders.length > NAMED ? ` and ${(loaders.length - NAMED).toString()} more` : '';
  const names = `${loaders.slice(0, NAMED).join(', ')}${more}`;
  const plan = left(
    `This package starts no server, but other packages of the workspace use it (${names})`,
    [],
    'run `npx fire-task init --drain` in the package that starts the server, and call `drainOnShutdown(server)` ' +
      'there; helpers in one process share their tasks',
  );
  return { ...plan, loaders: folders };
}

function nameOf(folder: string, root: string): string {
  return folder === root ? 'the one at the top' : relative(root, folder).replaceAll('\\', '/');
}

export function left(what: string, places: readonly DrainPlace[], todo: string): LeftDrain {
  return { kind: 'left', reason: `${what}: ${todo}.`, places };
}

export function placeOf(node: Node, source: Source): DrainPlace {
  return { path: source.path, line: positionAt(source, node.range[0]).line };
}
