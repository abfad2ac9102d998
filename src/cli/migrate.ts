import { dirname } from 'node:path';
import type { Flavour } from '../project/tracker-flavour.ts';
import type { NameStyle } from '../rewriting/options.ts';
import type { AnalysisFlags } from './analysis.ts';
import type { ExitCode } from './exit.ts';
import type { Migration } from './migration.ts';
import type { Format, FormatFlags } from './output/format.ts';
import type { Terminal } from './terminal.ts';
import { writeObstacle } from '../project/tracker-home.ts';
import { analysisFor } from './analysis.ts';
import { applyMigration } from './apply.ts';
import { choose, chooseSites } from './choose.ts';
import { renderDiff } from './diff.ts';
import { discoverFiles } from './discover.ts';
import { withDrains } from './drains.ts';
import { CannotRun, EXIT } from './exit.ts';
import { dirtyFiles, workTreeOf } from './git.ts';
import { helperPath } from './helper-path.ts';
import { migrationOf } from './migration.ts';
import { accountOfMigration } from './output/account-of-migration.ts';
import { formatOf } from './output/format.ts';
import { renderMigration, renderMigrationJson } from './output/migration.ts';
import { renderPage } from './output/page.ts';
import { defaultJobs, planHere, planInWorkers } from './plan-files.ts';
import { renderFailures } from './output/text.ts';
import { reportFiles } from './report.ts';
import { counted, shownPath } from './terminal.ts';

export interface MigrateFlags extends AnalysisFlags, FormatFlags {
  readonly dryRun?: boolean;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly interactive?: boolean;
  /** False with `--no-drain`. */
  readonly drain?: boolean;
  readonly helper?: string;
  readonly flavour?: Flavour;
  readonly names?: NameStyle;
  /** Processes that plan; as many as pay when left out. */
  readonly jobs?: number;
}

/** At most so many names go into a sentence. */
const SHOWN_NAMES = 5;

/** `fire-task migrate`: plans every file, shows or writes exactly that plan, and accounts for each file. */
export async function migrate(paths: readonly string[], flags: MigrateFlags, terminal: Terminal): Promise<ExitCode> {
  const files = discoverFiles(paths, terminal.cwd);
  // For CI: writes nothing, and needs no codemod engine.
  if (flags.check === true) return reportFiles(files, flags, terminal);
  const migration = await planMigration(files, flags, terminal);
  const isDry = flags.dryRun === true;
  if (!isDry) {
    refuseObstacles(migration, terminal);
    if (flags.force !== true) refuseDirtyFiles(migration, terminal);
    await applyMigration(migration, terminal);
  }
  print(migration, isDry, formatOf(flags), terminal);
  return migration.failures.length + migration.needsPerson.length > 0 ? EXIT.remaining : EXIT.done;
}

function print(migration: Migration, isDry: boolean, format: Format, terminal: Terminal): void {
  if (format === 'json') {
    terminal.print(renderMigrationJson(migration, isDry, terminal));
    return;
  }
  if (format === 'text') {
    if (isDry) for (const change of migration.changes) terminal.print(renderDiff(change, terminal));
    terminal.print(renderMigration(migration, isDry, terminal));
  } else terminal.print(renderPage(accountOfMigration(migration, isDry, terminal), format));
  if (migration.failures.length > 0) terminal.warn(renderFailures(migration.failures, terminal));
}

/** Plans every file, and goes on past those that fail. */
export async function planMigration(files: readonly string[], flags: MigrateFlags, terminal: Terminal): Promise<Migration> {
  const helper = helperPath(flags.helper, terminal);
  const { analysisOf, read } = await analysisFor(files, flags, terminal, {
    ...(flags.names !== undefined && { names: flags.names }),
    ...(helper !== undefined && { helper }),
    ...(flags.flavour !== undefined && { flavour: flags.flavour }),
  });
  const jobs = flags.typed === true ? 1 : (flags.jobs ?? defaultJobs(files));
  const { meter, end } = terminal.progress(files.length);
  const planned = await (jobs > 1 ? planInWorkers(files, analysisOf, jobs, meter) : planHere(files, analysisOf, read, meter));
  end();
  // Workers end when they like; what is shown has one order.
  planned.sort((a, b) => (a.path < b.path ? -1 : 1));
  const chosen = flags.interactive === true ? await chooseSites(planned, analysisOf, read, terminal) : planned;
  const migration = migrationOf(files, chosen);
  if (flags.drain === false) return migration;
  const drained = withDrains(migration, chosen);
  return flags.interactive === true ? await chooseDrains(migration, drained, terminal) : drained;
}

/** The drain is shown and asked about like any other change. */
async function chooseDrains(without: Migration, drained: Migration, terminal: Terminal): Promise<Migration> {
  const added = drained.changes.filter((change) => !without.changes.some(({ path, after }) => path === change.path && after === change.after));
  if (added.length === 0) return drained;
  for (const change of added) {
    const before = without.changes.find(({ path }) => path === change.path)?.after ?? change.before;
    terminal.print(`\n${renderDiff({ ...change, before }, terminal)}`);
  }
  return (await choose('Have the server wait for its tasks at shutdown?', terminal)) ? drained : without;
}

/** Everything that could stop a write half-way is looked for before the first one. */
function refuseObstacles({ changes }: Migration, terminal: Terminal): void {
  for (const { path, before } of changes) {
    const obstacle = writeObstacle(path);
    if (obstacle === undefined) continue;
    const remedy = before === undefined ? 'Make room for it, or name another place with --helper.' : 'Make it writable, or leave the file out.';
    throw new CannotRun(`${shownPath(path, terminal)} cannot be written, as ${obstacle}; nothing was changed. ${remedy}`);
  }
}

/** What git holds can be had back; only the files that would be written matter. */
function refuseDirtyFiles({ changes }: Migration, terminal: Terminal): void {
  const byWorkTree = new Map<string, string[]>();
  const workTrees = new Map<string, string | undefined>();
  for (const { path, before } of changes) {
    if (before === undefined) continue;
    const folder = dirname(path);
    if (!workTrees.has(folder)) workTrees.set(folder, workTreeOf(folder));
    const workTree = workTrees.get(folder);
    if (workTree !== undefined) byWorkTree.set(workTree, [...(byWorkTree.get(workTree) ?? []), path]);
  }
  const dirty = [...byWorkTree].flatMap(([workTree, paths]) => dirtyFiles(workTree, paths));
  if (dirty.length === 0) return;
  const names = dirty.slice(0, SHOWN_NAMES).map((path) => shownPath(path, terminal));
  if (dirty.length > SHOWN_NAMES) names.push('…');
  throw new CannotRun(
    `${counted(dirty.length, 'file')} that would be written ${dirty.length === 1 ? 'has' : 'have'} changes that git does not hold (${names.join(', ')}); nothing was changed. Commit or stash them, or use --force.`,
  );
}
