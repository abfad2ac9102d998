import type { Surroundings } from '../project/cache/surroundings.ts';
import type { Comings } from '../project/comings.ts';
import type { SavedFile } from '../project/file-entry.ts';
import type { LeftOut } from '../project/package-files.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { PAGE } from '../catalog/conventions.ts';
import { SERVER_FOLDERS } from '../catalog/folders.ts';
import { surroundingsOf } from '../project/cache/surroundings.ts';
import { comingsSince } from '../project/comings.ts';

/** Everything that what is found out about a group of packages may depend on, as plain data. */
export interface Inputs {
  /** See `surroundingsOf`. */
  readonly surroundings: string;
  readonly listings: readonly SavedListing[];
  readonly files: readonly SavedFile[];
}

/** A unit of files, those left out of it, and the number of its tests. */
type SavedListing = readonly [
  unit: string,
  files: readonly string[],
  leftOut: readonly (readonly [path: string, reason: LeftOut])[],
  tests: number,
];

/** How code differs from what an earlier process read: the files that came, went and were edited, by absolute paths. */
export interface Differences extends Comings {
  readonly edited: readonly string[];
  /** Whether there may be other files that no listing has, but that code may import: tests. */
  readonly hasOthers: boolean;
  /** Whether nothing differs, the number of tests included. */
  readonly isSame: boolean;
}

/**
 * What this process has read so far. It is outdated if a settings file has changed since the process began: what is
 * known may be from before that.
 *
 * @param root - the folder of all packages
 * @param since - when the process began, in milliseconds
 */
export function inputsOf(root: string, evaluation: Evaluation, since: number): Inputs | 'outdated' {
  const { files, listings } = evaluation.workspace;
  const listed = listings.known();
  const { digest, changedAt } = around(
    root,
    listed.map(([unit]) => unit),
    evaluation,
  );
  if (changedAt > since) return 'outdated';
  return {
    surroundings: digest,
    listings: listed.map(([unit, { files: code, leftOut, tests }]): SavedListing => [
      unit,
      [...code],
      [...leftOut],
      tests,
    ]),
    files: files.saved(),
  };
}

/** How the code differs from what was saved; undefined if something else around it has changed. */
export function differencesFrom(saved: Inputs, root: string, evaluation: Evaluation): Differences | undefined {
  const { files, listings } = evaluation.workspace;
  const all = saved.listings.map(([unit, code, leftOut]) =>
    comingsSince({ files: new Set(code), leftOut: leftOut.map(([path]) => path) }, listings.listingOf(unit), unit),
  );
  const known = all.filter((each) => each !== undefined);
  const units = saved.listings.map(([unit]) => unit);
  if (known.length < all.length || saved.surroundings !== around(root, units, evaluation).digest) return undefined;
  const came = known.flatMap((each) => each.came);
  const went = known.flatMap((each) => each.went);
  const edited = saved.files.filter((file) => !files.isAsSaved(file)).map(([path]) => path);
  const hasOthers =
    saved.listings.some(([unit, , , tests]) => listings.listingOf(unit).tests !== tests) ||
    edited.some((path) => files.textAt(path) === undefined);
  const areReasonsAlike = saved.listings.every(([unit, , leftOut]) =>
    leftOut.every(([path, reason]) => listings.listingOf(unit).leftOut.get(path) === reason),
  );
  const isSame = areReasonsAlike && !hasOthers && came.length + went.length + edited.length === 0;
  return { came, went, edited, hasOthers, isSame };
}

/** Whether code runs in a browser depends on what is beside it. */
const BESIDE_BROWSER_CODE: ReadonlySet<string> = new Set([PAGE, ...SERVER_FOLDERS]);

function around(root: string, units: readonly string[], { workspace, catalog }: Evaluation): Surroundings {
  const places = new Set(catalog.generated.flatMap(({ folders }) => folders));
  return surroundingsOf(root, units, [...places], BESIDE_BROWSER_CODE, workspace);
}
