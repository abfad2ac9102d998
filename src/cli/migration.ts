import type { FileChange } from './diff.ts';
import type { DrainPlan } from '../rewriting/drain/plan-call.ts';
import type { Outcome, PlannedFile, PlannedSite } from './plan-file.ts';
import type { Failure } from './read.ts';
import { renderTracker } from '../helper/injection.ts';
import { CannotRun } from './exit.ts';
import { OPTED_OUT } from './plan-file.ts';

/** Everything a run would do; the same object is shown and written. */
export interface Migration {
  /** Each file of the run has exactly one outcome. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Files to write: helpers first, then the files that import them. */
  readonly changes: readonly FileChange[];
  /** How the changed files import the helper. */
  readonly imports: readonly HelperImport[];
  readonly rewrites: readonly PlannedSite[];
  /** Findings that a comment marks as intended. */
  readonly optedOut: readonly PlannedSite[];
  readonly needsPerson: readonly PlannedSite[];
  readonly failures: readonly Failure[];
  /** The plan for the shutdown of each package that gets tasks; empty with `--no-drain`. */
  readonly drains: readonly PackageDrain[];
}

/** The plan for the shutdown of one package. */
export interface PackageDrain {
  /** Absolute folder of the package. */
  readonly root: string;
  readonly plan: DrainPlan;
}

export interface HelperImport {
  /** The file that imports the helper. */
  readonly path: string;
  readonly specifier: string;
  readonly helper: string;
}

/**
 * Combines the plans of a run's files.
 *
 * @throws {CannotRun} when another file is in the helper's place, or a file has no plan
 */
export function migrationOf(files: readonly string[], planned: readonly PlannedFile[]): Migration {
  const byPath = new Map(planned.map((file) => [file.path, file]));
  refuseLostFiles(files, byPath);
  const inOrder = files.flatMap((path) => byPath.get(path) ?? []);
  const taken = inOrder.find((file) => file.taken !== undefined)?.taken;
  if (taken !== undefined)
    throw new CannotRun(
      `${taken} is another file that does not export fireTask; nothing was changed. Rename it, or name another ` +
        'place with --helper.',
    );
  const helpers = new Map(
    inOrder.flatMap(({ home }) =>
      home === undefined || home.exists
        ? []
        : [[home.path, { path: home.path, before: undefined, after: renderTracker(home.form, home.flavour) }] as const],
    ),
  );
  const skips = inOrder.flatMap((file) => file.skips);
  return {
    outcomes: new Map(inOrder.map(({ path, outcome }) => [path, outcome])),
    changes: [...helpers.values(), ...inOrder.flatMap(({ change }) => change ?? [])],
    imports: inOrder.flatMap(({ path, specifier, home }) =>
      specifier === undefined || home === undefined ? [] : [{ path, specifier, helper: home.path }],
    ),
    rewrites: inOrder.flatMap(({ rewrites }) => rewrites),
    optedOut: skips.filter(({ code }) => code === OPTED_OUT),
    needsPerson: skips.filter(({ code }) => code !== OPTED_OUT),
    failures: inOrder.flatMap(({ failure }) => failure ?? []),
    drains: [],
  };
}

/** A file missing from the plans would count as migrated. */
function refuseLostFiles(files: readonly string[], byPath: ReadonlyMap<string, PlannedFile>): void {
  const lost = files.filter((path) => !byPath.has(path));
  if (lost.length > 0 || byPath.size !== files.length) {
    throw new CannotRun(
      `${files.length} files were found and ${byPath.size} accounted for; nothing was changed. Please report ` +
        `it. Missing: ${lost.join(', ')}`,
    );
  }
}
