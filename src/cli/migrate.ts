import { relative, resolve } from 'node:path';
import type { Reach } from '../handlers/reach.ts';
import type { NameStyle } from '../rewriting/options.ts';
import type { ExitCode } from './exit.ts';
import type { Migration } from './migration.ts';
import type { Terminal } from './terminal.ts';
import { discoverFiles } from './discover.ts';
import { renderDiff } from './diff.ts';
import { CannotRun, EXIT } from './exit.ts';
import { dirtyFiles, workTreeOf } from './git.ts';
import { planMigration } from './migration.ts';
import { renderMigrationJson, renderMigration } from './output/migration.ts';
import { renderSurveyJson } from './output/json.ts';
import { renderFailures, renderRoutes } from './output/text.ts';
import { survey } from './survey.ts';
import { surveyOptions } from './report.ts';
import { counted, shownPath } from './terminal.ts';
import { writeObstacle } from '../project/tracker-home.ts';
import { applyMigration } from './apply.ts';

export interface MigrateFlags {
  readonly dryRun?: boolean;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly helper?: string;
  readonly names?: NameStyle;
  readonly reach?: Reach;
  readonly json?: boolean;
}

/** `fire-task migrate`: plans every file, shows or writes exactly that plan, and accounts for each file. */
export async function migrate(paths: readonly string[], flags: MigrateFlags, terminal: Terminal): Promise<ExitCode> {
  const files = discoverFiles(paths, terminal.cwd);
  if (flags.check === true) return check(files, flags, terminal);
  const { helper, names, reach } = flags;
  const migration = planMigration(files, {
    ...surveyOptions(reach),
    ...(names !== undefined && { names }),
    ...(helper !== undefined && { helper: resolve(terminal.cwd, helper) }),
  });
  if (flags.dryRun === true) {
    if (flags.json !== true) for (const change of migration.changes) terminal.print(renderDiff(change, terminal));
  } else {
    refuseObstacles(migration, flags.force === true, terminal);
    await applyMigration(migration);
  }
  if (flags.json === true) terminal.print(renderMigrationJson(migration, flags.dryRun === true, terminal));
  else terminal.print(renderMigration(migration, flags.dryRun === true, terminal));
  if (migration.failures.length > 0 && flags.json !== true) terminal.warn(renderFailures(migration.failures, terminal));
  return migration.failures.length + migration.needsPerson.length > 0 ? EXIT.remaining : EXIT.done;
}

/** For CI: writes nothing, and needs no codemod engine. */
function check(files: readonly string[], { reach, json }: MigrateFlags, terminal: Terminal): ExitCode {
  const found = survey(files, surveyOptions(reach));
  if (json === true) terminal.print(renderSurveyJson(found, terminal));
  else {
    if (found.sites.length > 0) terminal.print(`${renderRoutes(found.sites, terminal)}\n`);
    terminal.print(`${counted(found.sites.length, 'finding')} left in ${counted(files.length, 'file')}.`);
    if (found.failures.length > 0) terminal.warn(renderFailures(found.failures, terminal));
  }
  return found.sites.length + found.failures.length === 0 ? EXIT.done : EXIT.remaining;
}

/** Everything that could stop a write half-way is looked for before the first one. */
function refuseObstacles({ changes }: Migration, force: boolean, terminal: Terminal): void {
  for (const { path } of changes) {
    const obstacle = writeObstacle(path);
    if (obstacle === undefined) continue;
    throw new CannotRun(`${shownPath(path, terminal)} cannot be written, as ${obstacle}; nothing was changed. Make it writable, or name another place with --helper.`);
  }
  const workTree = force || changes.length === 0 ? undefined : workTreeOf(terminal.cwd);
  if (workTree === undefined) return;
  const inside = changes.filter(({ path, before }) => before !== undefined && !relative(workTree, path).startsWith('..')).map(({ path }) => path);
  const dirty = dirtyFiles(workTree, inside);
  if (dirty.length > 0) {
    const names = dirty.slice(0, 5).map((path) => shownPath(path, terminal)).join(', ');
    throw new CannotRun(`${counted(dirty.length, 'file')} that would be written ${dirty.length === 1 ? 'has' : 'have'} changes that git does not hold (${names}); nothing was changed. Commit or stash them, or use --force.`);
  }
}
