import type { ExitCode } from './exit.ts';
import type { Migration } from './migration.ts';
import type { MigrateFlags } from './migrate-flags.ts';
import type { Format } from './output/format.ts';
import type { Terminal } from './terminal.ts';
import { applyMigration } from './apply.ts';
import { renderDiff } from './diff.ts';
import { discoverFiles } from './discover.ts';
import { EXIT } from './exit.ts';
import { refuseDirtyFiles, refuseObstacles, refuseOutsideHelpers, refuseUnreadablePackages } from './guards.ts';
import { accountOfMigration } from './output/account-of-migration.ts';
import { formatOf } from './output/format.ts';
import { renderMigration, renderMigrationJson } from './output/migration.ts';
import { renderPage } from './output/page.ts';
import { planMigration } from './plan-migration.ts';
import { renderFailures } from './output/text.ts';
import { check } from './report.ts';

/** `fire-task migrate`: plans every file, shows or writes exactly that plan, and accounts for each file. */
export async function migrate(paths: readonly string[], flags: MigrateFlags, terminal: Terminal): Promise<ExitCode> {
  const files = discoverFiles(paths, terminal);
  refuseUnreadablePackages(files, terminal);
  // For CI: writes nothing, and does not load the codemod engine.
  if (flags.check === true) return check(paths, files, flags, terminal);
  const migration = await planMigration(files, flags, terminal);
  const isDry = flags.dryRun === true;
  // A dry run shows what would be written. Whether it can be written is checked only before writing.
  refuseOutsideHelpers(migration, terminal);
  if (!isDry) {
    refuseObstacles(migration, terminal);
    if (flags.force !== true) refuseDirtyFiles(migration, terminal);
    applyMigration(migration, terminal);
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
    // The changed code comes first; the new helper comes last.
    const shown = [...migration.changes].sort(
      (a, b) => Number(a.before === undefined) - Number(b.before === undefined),
    );
    if (isDry) for (const change of shown) terminal.print(renderDiff(change, terminal));
    terminal.print(renderMigration(migration, isDry, terminal));
  } else terminal.print(renderPage(accountOfMigration(migration, isDry, terminal), format, terminal));
  if (migration.failures.length > 0) terminal.warn(renderFailures(migration.failures, terminal));
}
