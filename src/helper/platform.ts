import type { Entry } from '../catalog/entry.ts';
import type { Catalog } from '../catalog/lookup.ts';
import type { Package } from '../project/package.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Source } from '../syntax/source.ts';
import { perWorkspace } from '../project/workspace.ts';
import { flavourOf } from './flavour.ts';
import { hasSigns } from './signs.ts';

const platformsOf = perWorkspace(() => new WeakMap<Package, Map<Catalog, Entry | undefined>>());

/**
 * The platform on which a file's handlers run, whatever their framework. The file's imports decide, or else its
 * package. Undefined if no platform is known to freeze or cancel work that outlives the response.
 */
export function platformOf(source: Source, workspace: Workspace, catalog: Catalog): Entry | undefined {
  const imported = catalog.entries.find(
    ({ signs }) =>
      signs?.imports?.some((module) => source.text.includes(`'${module}'`) || source.text.includes(`"${module}"`)) ===
      true,
  );
  return imported ?? ofPackage(workspace.packages.of(source.path), workspace, catalog);
}

function ofPackage(project: Package, workspace: Workspace, catalog: Catalog): Entry | undefined {
  const platforms = platformsOf(workspace);
  const known = platforms.get(project) ?? new Map<Catalog, Entry | undefined>();
  platforms.set(project, known);
  if (!known.has(catalog)) {
    const platform = catalog.entries.find(({ signs }) => signs !== undefined && hasSigns(signs, project));
    // A framework with its own flavour hands tasks over wherever it runs.
    const isOther = platform?.flavour !== undefined && platform.flavour !== flavourOf(project, workspace);
    known.set(catalog, isOther ? undefined : platform);
  }
  return known.get(catalog);
}
