import type { TSESTree } from '@typescript-eslint/types';
import type { ReadingAt, ReadingsToSave } from '../project/saved-readings.ts';
import type { FoundInFiles, SavedInPackages } from './found-in-files.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { perText } from '../project/per-text.ts';
import { perEvaluation } from '../values/per-evaluation.ts';
import { methodCall } from '../syntax/call.ts';
import { propertyValue } from '../syntax/members.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { findInFiles, restoredInFiles, savedInPackages } from './found-in-files.ts';
import { joinPath } from './label.ts';
import { perFile } from './per-file.ts';
import { placesOf } from './router-places.ts';
import { textOf } from './words.ts';

/** Where a router is mounted: the path, and the place of the router that it is mounted on. */
interface Mount {
  readonly path: string;
  readonly on: string | undefined;
}

/** By the place of the expression that creates the router. */
type Mounts = ReadonlyMap<string, Mount>;

interface Known {
  generation: number;
  files: ReadonlySet<string>;
  readonly mounts: Mounts;
  readonly byFile: FoundInFiles<InFile>;
}

type InFile = readonly (readonly [place: string, mount: Mount])[];

const mayMount = perText((text) => /\.(?:use|\w{1,30}Use|route|mount|register)\s*\(/.test(text));
/** Methods that mount like `use`, including the user's own: `app.lazyUse('/orders', …)`. */
const MOUNTS = /^(?:use|\w+Use|route|mount)$/;
const knownBy = perEvaluation(() => new Map<string, Known>());

/**
 * The path under which the receiver of a registering call is mounted in the package: `/orders` after
 * `app.use('/orders', orders)`. Undefined if it isn't mounted, or if that is unknown.
 */
export function mountedAt(object: Node, source: Source, evaluation: Evaluation): string | undefined {
  const mounts = mountsOf(source, evaluation);
  if (mounts.size === 0) return undefined;
  const parts: string[] = [];
  let at = placesOf(object, source, evaluation)[0];
  for (let depth = 0; at !== undefined && depth < 5; depth += 1) {
    const mount = mounts.get(at);
    if (mount === undefined) break;
    parts.unshift(mount.path);
    at = mount.on;
  }
  return parts.length === 0 ? undefined : joinPath(...parts);
}

const mountsOf = perFile((source, evaluation): Mounts => {
  const { packages, changes } = evaluation.workspace;
  const { root } = packages.of(source.path);
  changes.reads.note(sharedBy(root));
  return packageMounts(root, evaluation);
});

/** The pseudo-path that dependencies on a package's mounts are recorded under. */
function sharedBy(root: string): string {
  return `${root}#mounts`;
}

/** Checks whether the mounts of a package have changed. Must run before any route named by them is reused. */
export function refreshMounts(root: string, evaluation: Evaluation): void {
  if (knownBy(evaluation).has(root)) packageMounts(root, evaluation);
}

/** The same for all packages that were asked about. */
export function refreshAllMounts(evaluation: Evaluation): void {
  for (const root of knownBy(evaluation).keys()) packageMounts(root, evaluation);
}

/** The mounts known so far, as plain data. */
export function savedMounts(evaluation: Evaluation, readings: ReadingsToSave): SavedInPackages<InFile> {
  return savedInPackages(knownBy(evaluation), (mounts) => mounts, readings);
}

/**
 * Takes over the mounts that an earlier process found in the same files, before changes since then are noted. This also
 * replaces those that this process found; see `restoreDecorations`.
 */
export function restoreMounts(saved: SavedInPackages<InFile>, evaluation: Evaluation, readingAt: ReadingAt): void {
  const { changes, listings } = evaluation.workspace;
  const { generation } = changes;
  const packages = knownBy(evaluation);
  for (const each of saved) {
    const [root] = each;
    const byFile = restoredInFiles(each, (_, mounts) => mounts, readingAt, changes);
    packages.set(root, { generation, files: listings.filesOf(root), mounts: mountsOfAll(byFile), byFile });
  }
}

/** If a router is mounted in several places, the first counts. */
function mountsOfAll(byFile: FoundInFiles<InFile>): Mounts {
  const mounts = new Map<string, Mount>();
  for (const { answer } of byFile.values())
    for (const [place, mount] of answer) if (!mounts.has(place)) mounts.set(place, mount);
  return mounts;
}

function packageMounts(root: string, evaluation: Evaluation): Mounts {
  const { changes, files: texts, listings } = evaluation.workspace;
  const files = listings.filesOf(root);
  const byRoot = knownBy(evaluation);
  const known = byRoot.get(root);
  if (known?.files === files && known.generation === changes.generation) return known.mounts;
  const { generation } = changes;
  const byFile = findInFiles(
    () => [...files].filter((path) => mayMount(path, evaluation.workspace)),
    known?.byFile,
    (path) => mountsIn(texts.sourceAt(path), evaluation),
    changes,
  );
  const mounts = mountsOfAll(byFile);
  byRoot.set(root, { generation, files, mounts, byFile });
  if (known !== undefined && JSON.stringify([...known.mounts]) !== JSON.stringify([...mounts]))
    changes.note(sharedBy(root));
  return mounts;
}

function mountsIn(source: Source | undefined, evaluation: Evaluation): InFile {
  if (source === undefined) return [];
  const mounts: [string, Mount][] = [];
  for (const call of outlineOf(source).calls) {
    const found = methodCall(call);
    if (found === undefined) continue;
    const mount = mountIn(found.method, found.call.arguments, source, evaluation);
    if (mount === undefined) continue;
    const [on] = placesOf(found.object, source, evaluation);
    for (const router of mount.routers)
      for (const place of placesOf(router, source, evaluation))
        if (place !== on) mounts.push([place, { path: mount.path, on }]);
  }
  return mounts;
}

/** `app.use('/orders', auth, orders)`, `app.route('/orders', orders)`, `app.register(orders, { prefix: '/orders' })` */
function mountIn(
  method: string,
  given: readonly TSESTree.CallExpressionArgument[],
  source: Source,
  evaluation: Evaluation,
): { path: string; routers: readonly Node[] } | undefined {
  const [first, ...others] = given;
  if (first === undefined || others.length === 0) return undefined;
  if (method === 'register') {
    const options = unwrap(others[0] ?? first);
    const path =
      options.type === 'ObjectExpression' ? textOf(propertyValue(options, 'prefix'), source, evaluation) : undefined;
    return path === undefined ? undefined : { path, routers: [first] };
  }
  if (!MOUNTS.test(method)) return undefined;
  const path = textOf(first, source, evaluation);
  return path?.startsWith('/') === true ? { path, routers: others } : undefined;
}
