import type { Migration } from './migration.ts';
import type { MigrateFlags } from './migrate-flags.ts';
import type { Terminal } from './terminal.ts';
import { storeCaches } from '../findings/cache.ts';
import { analysisFor } from './analysis.ts';
import { choose, chooseSites } from './choose.ts';
import { renderDiff } from './diff.ts';
import { withDrains } from './drains.ts';
import { helperPath } from './helper-path.ts';
import { areMost, createInquiries } from './inquiries.ts';
import { migrationOf } from './migration.ts';
import { defaultJobs, planHere, planInWorkers } from './plan-files.ts';

/** Plans every file; a failed file does not stop the others. */
export async function planMigration(
  files: readonly string[],
  flags: MigrateFlags,
  terminal: Terminal,
): Promise<Migration> {
  const helper = helperPath(flags.helper, terminal);
  const { workspace } = terminal;
  const analysis = await analysisFor(files, flags, terminal, {
    ...(flags.names !== undefined && { names: flags.names }),
    ...(flags.awaitGuards === true && { awaitGuards: true }),
    ...(helper !== undefined && { helper }),
    ...(flags.flavour !== undefined && { flavour: flags.flavour }),
  });
  const { analysisOf, read } = analysis;
  for (const remark of analysis.remarks) terminal.warn(remark);
  const jobs = flags.typed === true ? 1 : (flags.jobs ?? defaultJobs(files, workspace));
  const { meter, end } = terminal.progress(files.length);
  const planned = await (jobs > 1
    ? planInWorkers(files, workspace, analysisOf, jobs, meter)
    : planHere(
        files,
        workspace,
        analysis,
        createInquiries(workspace, flags.typed !== true && areMost(files, workspace), analysisOf),
        meter,
      ));
  storeCaches(workspace);
  end();
  // Workers finish in any order; the output has one order.
  planned.sort((a, b) => (a.path < b.path ? -1 : 1));
  const { chosen, hasQuit } =
    flags.interactive === true
      ? await chooseSites(planned, analysisOf, read, terminal)
      : { chosen: planned, hasQuit: false };
  const migration = migrationOf(files, chosen);
  if (flags.drain === false || hasQuit) return migration;
  const drained = withDrains(migration, chosen, analysisOf, workspace);
  return flags.interactive === true ? await chooseDrains(migration, drained, terminal) : drained;
}

/** Shows the drain and asks about it, as for any other change. */
async function chooseDrains(without: Migration, drained: Migration, terminal: Terminal): Promise<Migration> {
  const added = drained.changes.filter(
    (change) => !without.changes.some(({ path, after }) => path === change.path && after === change.after),
  );
  if (added.length === 0) return drained;
  for (const change of added.filter(({ before }) => before !== undefined)) {
    const before = without.changes.find(({ path }) => path === change.path)?.after ?? change.before;
    terminal.print(`\n${renderDiff({ ...change, before }, terminal)}`);
  }
  return (await choose('Have the server wait for its tasks at shutdown?', terminal)) ? drained : without;
}
