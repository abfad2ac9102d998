import type { Evaluation } from '../values/evaluation.ts';
import type { Group } from '../project/groups.ts';
import type { HandlerName } from '../handlers/handler.ts';
import type { Catalog } from '../catalog/lookup.ts';
import { join, sep } from 'node:path';
import { forHandlers, recognitionOf } from '../handlers/evaluation.ts';
import { mayHoldHandlers } from '../handlers/prefilter.ts';
import { perWorkspace } from '../project/workspace.ts';
import { summaryAt } from './summaries.ts';

/** By catalog, then by group: the packages that may be servers, and the callers found for each unit. */
const knownOf = perWorkspace(() => new Map<Catalog, WeakMap<Group, Known>>());

interface Known {
  readonly servers: ReadonlySet<string>;
  readonly callers: Map<string, readonly string[]>;
}

/**
 * The units whose handlers may run code of a unit of files (see `Listings.unitOf`): the unit itself, then the packages
 * that depend on its package, directly or not, and are servers or used by one. If no package depends on it and it isn't
 * a server itself, as with plain folders of one repository, all servers count. Servers in folders of the package count
 * too: they can import its code by a path or an alias, and no manifest says so. The packages that it uses count, too:
 * what they register may be a function of the unit (`queues.start('mail', send)`).
 *
 * @returns units: the given one first, the others by path
 */
export function callersOf(unit: string, { workspace, catalog }: Evaluation): readonly string[] {
  const { packages, groups } = workspace;
  const { root, manifest } = packages.of(join(unit, 'any.js'));
  const group = groups.of(join(unit, 'any.js'));
  if (group.packages.length < 2) return [unit];
  const { servers, callers } = knownIn(group);
  const known = callers.get(unit);
  if (known !== undefined) return known;
  const dependents = group.dependentsOf(root);
  const isServer = [...manifest.dependencies].some((name) => catalog.serverPackages.has(name));
  const others =
    dependents.length > 0
      ? dependents.filter((each) => servers.has(each) || group.dependentsOf(each).some((user) => servers.has(user)))
      : [...servers].filter((each) => !isServer || each.startsWith(root + sep));
  const used = usedBy(root, group).filter((each) => servers.has(each));
  const found = [...new Set([unit, ...others, ...used])].filter((each) => each === unit || each !== root);
  callers.set(unit, found);
  return found;

  function knownIn(of: Group): Known {
    const byGroup = knownOf(workspace).get(catalog) ?? new WeakMap<Group, Known>();
    knownOf(workspace).set(catalog, byGroup);
    const before = byGroup.get(of);
    if (before !== undefined) return before;
    const names = [...catalog.serverPackages];
    const made = {
      servers: new Set(
        of.packages.map((each) => each.root).filter((each) => packages.dependsOn(join(each, 'any.js'), names)),
      ),
      callers: new Map<string, readonly string[]>(),
    };
    byGroup.set(of, made);
    return made;
  }
}

/** Whether some file of a unit declares or registers a handler. */
export function holdsHandlers(unit: string, evaluation: Evaluation): boolean {
  const handlersAt = handlersAsked(evaluation);
  return [...evaluation.workspace.listings.filesOf(unit)].some((path) => handlersAt(path).length > 0);
}

/** All handlers that the files of a unit declare or register, apart from those in files that `isLeftOut`. */
export function handlersOf(
  unit: string,
  evaluation: Evaluation,
  isLeftOut: (path: string) => boolean = () => false,
): HandlerName[] {
  const files = [...evaluation.workspace.listings.filesOf(unit)];
  return files.filter((path) => !isLeftOut(path)).flatMap(handlersAsked(evaluation));
}

/** Returns a function from a path to the handlers of that file. Most files aren't parsed for it. */
function handlersAsked(evaluation: Evaluation): (path: string) => HandlerName[] {
  const { files } = evaluation.workspace;
  const recognition = recognitionOf(evaluation);
  const shared = forHandlers(evaluation);
  return (path) =>
    mayHoldHandlers(path, files.textAt(path), recognition)
      ? (summaryAt(path, shared)?.handlers() ?? []).map(({ handler }) => handler)
      : [];
}

/** The roots of the packages that one depends on, directly or through others. */
function usedBy(root: string, group: Group): readonly string[] {
  return group.packages.map((each) => each.root).filter((each) => group.dependentsOf(each).includes(root));
}
