import type { Evaluation } from '../values/evaluation.ts';
import type { Group } from '../project/groups.ts';
import type { HandlerName } from '../handlers/handler.ts';
import type { Catalog } from '../catalog/lookup.ts';
import { join } from 'node:path';
import { forHandlers, recognitionOf } from '../handlers/evaluation.ts';
import { mayHoldHandlers } from '../handlers/prefilter.ts';
import { perWorkspace } from '../project/workspace.ts';
import { summaryAt } from './summaries.ts';

/** By catalog, then by group: which of its packages may be servers, and who is asked for each. */
const knownOf = perWorkspace(() => new Map<Catalog, WeakMap<Group, Known>>());

interface Known {
  readonly servers: ReadonlySet<string>;
  readonly callers: Map<string, readonly string[]>;
}

/**
 * Where the handlers may be that run code of a unit of files (see `Listings.unitOf`): the unit itself, then the packages
 * that depend on its package, by way of others too, and are servers or used by one. Where neither a dependency nor a
 * framework says who uses a package, as between plain folders of one repository, all servers are asked.
 *
 * @returns units, the own one first, the others by their path
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
      : isServer
        ? []
        : [...servers];
  const found = [unit, ...others.filter((each) => each !== root)];
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

/** All handlers that the files of a unit declare or register. */
export function handlersOf(unit: string, evaluation: Evaluation): HandlerName[] {
  return [...evaluation.workspace.listings.filesOf(unit)].flatMap(handlersAsked(evaluation));
}

/** The handlers of a file; most files are not parsed for it. */
function handlersAsked(evaluation: Evaluation): (path: string) => HandlerName[] {
  const { files } = evaluation.workspace;
  const recognition = recognitionOf(evaluation);
  const shared = forHandlers(evaluation);
  return (path) =>
    mayHoldHandlers(path, files.textAt(path), recognition)
      ? (summaryAt(path, shared)?.handlers() ?? []).map(({ handler }) => handler)
      : [];
}
