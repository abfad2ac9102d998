import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FileChange } from './diff.ts';
import type { Migration, PackageDrain } from './migration.ts';
import type { PlannedFile } from './plan-file.ts';
import type { TrackerHome } from '../helper/home.ts';
import type { AnalysisOf } from './analysis.ts';
import type { DrainPlan } from '../rewriting/drain/plan-call.ts';
import type { Workspace } from '../project/workspace.ts';
import { evaluationFor } from '../findings/setup.ts';
import { withMarkOf } from '../project/encoding.ts';
import { mayBeExecutable } from '../project/executables.ts';
import { drainsAlready } from '../rewriting/drain/already.ts';
import { planDrain } from '../rewriting/drain/plan-drain.ts';
import { packageHome } from '../rewriting/helper-home.ts';

/**
 * Adds a drain at shutdown to each package that gets tasks, where its place is clear. The changes join those of the
 * migration.
 */
export function withDrains(
  migration: Migration,
  files: readonly PlannedFile[],
  analysisOf: AnalysisOf,
  workspace: Workspace,
): Migration {
  const helpers = new Map<string, { readonly homes: Map<string, TrackerHome>; readonly settings: unknown }>();
  for (const { path, home } of files) {
    if (home === undefined) continue;
    const { root } = workspace.packages.of(path);
    const { homes } = helpers.get(root) ?? { homes: new Map<string, TrackerHome>() };
    helpers.set(root, { homes: homes.set(home.path, home), settings: analysisOf(path)?.settings });
  }
  const changes = new Map(migration.changes.map((change) => [change.path, change]));
  const outcomes = new Map(migration.outcomes);
  const drains: PackageDrain[] = [];
  const imports = [...migration.imports];
  const written: FileChange[] = [];
  const planned = new Map(migration.changes.map(({ path, after }) => [path, after.replace(/^\uFEFF/, '')]));
  for (const [root, { homes, settings }] of helpers) {
    const evaluation = evaluationFor(workspace, settings);
    const plan = planNearest([...homes.values()], (home) => planDrain(root, home, evaluation, planned));
    if (plan.kind !== 'planned') {
      drains.push({ root, plan });
      continue;
    }
    const { path } = plan.place;
    if (!outcomes.has(path) && !(mayBeExecutable(path) && isWhole(root, outcomes, workspace))) {
      drains.push({
        root,
        plan: {
          kind: 'left',
          places: [plan.place],
          reason:
            'The drain belongs into a file that was not named: name it, too, or call `drainOnShutdown(server)` ' +
            'there; `npx fire-task init --drain` writes it next to the helper.',
        },
      });
      continue;
    }
    const before = changes.get(path)?.before ?? readFileSync(path, 'utf8');
    changes.set(path, { path, before, after: withMarkOf(before, plan.output) });
    outcomes.set(path, 'changed');
    const { path: helper, specifier, text } = plan.imports;
    imports.push({ path, specifier, helper });
    if (text !== undefined) written.push({ path: helper, before: undefined, after: text });
    drains.push({ root, plan });
  }
  const isNew = ({ before }: FileChange): boolean => before === undefined;
  const all = [...changes.values()];
  return {
    ...migration,
    outcomes,
    changes: [...all.filter(isNew), ...written, ...all.filter((change) => !isNew(change))],
    imports,
    drains: drains.filter(({ plan }) => !isDrainedElsewhere(plan, drains, planned, analysisOf, workspace)),
  };
}

/** Whether all code of a package was named: then its programs without an extension were, too. */
function isWhole(root: string, outcomes: Migration['outcomes'], { listings }: Workspace): boolean {
  return [...listings.filesOf(root)].every((path) => outcomes.has(path));
}

/** Whether the servers that run the code of a package without a server of its own all wait, or will. */
function isDrainedElsewhere(
  plan: DrainPlan,
  drains: readonly PackageDrain[],
  planned: ReadonlyMap<string, string>,
  analysisOf: AnalysisOf,
  workspace: Workspace,
): boolean {
  if (plan.kind !== 'left' || plan.loaders === undefined) return false;
  const stateOf = (root: string): 'waits' | 'no server' | 'open' => {
    const manifest = join(root, 'package.json');
    const home = packageHome(manifest, workspace, {});
    const own = drains.find((each) => each.root === root)?.plan;
    if (own?.kind === 'planned' || drainsAlready(root, home, workspace, planned)) return 'waits';
    const of = own ?? planDrain(root, home, evaluationFor(workspace, analysisOf(manifest)?.settings), planned);
    return of.kind === 'left' && of.loaders !== undefined ? 'no server' : 'open';
  };
  const states = plan.loaders.map(stateOf);
  return states.includes('waits') && !states.includes('open');
}

/** The plan with the helper nearest to where the server starts. */
function planNearest(
  [first, ...others]: readonly TrackerHome[],
  planWith: (home: TrackerHome) => DrainPlan,
): DrainPlan {
  if (first === undefined) return { kind: 'none' };
  const plan = planWith(first);
  if (plan.kind !== 'planned') return plan;
  const nearest = others.reduce(
    (best, home) => (sharedPath(home.path, plan.place.path) > sharedPath(best.path, plan.place.path) ? home : best),
    first,
  );
  return nearest === first ? plan : planWith(nearest);
}

/** The number of leading folders that two paths share. */
function sharedPath(one: string, other: string): number {
  const names = other.split(sep);
  const different = one.split(sep).findIndex((name, index) => name !== names[index]);
  return different === -1 ? names.length : different;
}
