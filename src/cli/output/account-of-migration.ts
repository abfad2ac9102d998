import type { Migration } from '../migration.ts';
import type { PlannedSite } from '../plan-file.ts';
import type { Terminal } from '../terminal.ts';
import type { Account, AccountedDrain, AccountedSite } from './account.ts';
import { offerOf } from '../causes.ts';
import { linesOf } from '../excerpt.ts';
import { counted, shownPath } from '../terminal.ts';
import { accounted, failedFiles, inOrder, MEANT } from './account.ts';
import { interruptText, nextSteps, offersIn, outcomesText } from './migration.ts';
import { capitalized } from './prose.ts';
import { REMEDY_WORDS } from './words.ts';

/** The page of `fire-task migrate`: what it wrote, or would write. */
export function accountOfMigration(migration: Migration, isDry: boolean, terminal: Terminal): Account {
  const { rewrites, needsPerson, optedOut, failures } = migration;
  return {
    command: `fire-task migrate${isDry ? ' --dry-run' : ''}`,
    headline:
      `${counted(rewrites.length, 'finding')} ${isDry ? 'would be rewritten' : 'rewritten'} in ` +
      counted(new Set(rewrites.map(({ path }) => path)).size, 'file'),
    figures: [
      { count: rewrites.length, outcome: isDry ? 'planned' : 'rewritten' },
      { count: needsPerson.length, outcome: 'left' },
      { count: optedOut.length, outcome: 'meant' },
      { count: failures.length, outcome: 'failed' },
    ],
    remarks: remarksOn(migration, isDry, terminal),
    sureness: [],
    warnings: [],
    sites: inOrder([
      ...rewrites.map((site) => rewritten(site, isDry, terminal)),
      ...needsPerson.map((site) => accounted(site, 'left', 'None.', site.reason, terminal)),
      ...optedOut.map((site) => accounted(site, 'meant', MEANT, '', terminal)),
    ]),
    failures: failedFiles(failures, terminal),
    drains: plannedDrains(migration, isDry, terminal),
    openShutdowns: openShutdowns(migration, terminal),
    unknown: [],
    steps: [
      ...(isDry && rewrites.length > 0 ? ['Write it: the same command without `--dry-run`.'] : []),
      ...(rewrites.length > 0 ? nextSteps(migration).map((step) => `${capitalized(step)}.`) : []),
    ],
  };
}

/** The full change of each file that gets a drain, because its import and its call may be far apart. */
function plannedDrains({ drains, changes }: Migration, isDry: boolean, terminal: Terminal): AccountedDrain[] {
  return drains.flatMap(({ plan }) => {
    const change = plan.kind === 'planned' ? changes.find(({ path }) => path === plan.place.path) : undefined;
    if (plan.kind !== 'planned' || change?.before === undefined) return [];
    const { path, line } = plan.place;
    const done =
      `\`${plan.calls}\` of the helper ${isDry ? 'would wait' : 'waits'} for the tasks when the server is told ` +
      `to stop.${interruptText(plan, terminal)}`;
    return [
      {
        path,
        line,
        place: `${shownPath(path, terminal)}:${line}`,
        done,
        excerpt: { firstLine: 1, before: linesOf(change.before), after: linesOf(change.after) },
      },
    ];
  });
}

/** Packages that do not wait for their tasks at shutdown, and where no drain could be planned. */
function openShutdowns({ drains }: Migration, terminal: Terminal): Account['openShutdowns'] {
  return drains.flatMap(({ root, plan }) => {
    if (plan.kind !== 'left') return [];
    const places = plan.places.map(({ path, line }) => `${shownPath(path, terminal)}:${line}`);
    return [{ places: places.length === 0 ? [shownPath(root, terminal)] : places, reason: plan.reason }];
  });
}

function rewritten(site: PlannedSite, isDry: boolean, terminal: Terminal): AccountedSite {
  const remedies: Readonly<Record<string, string>> = REMEDY_WORDS;
  const remedy = remedies[site.code] ?? site.code;
  return accounted(
    site,
    isDry ? 'planned' : 'rewritten',
    isDry ? `Would be ${remedy}.` : `${capitalized(remedy)}.`,
    site.reason,
    terminal,
  );
}

function remarksOn(migration: Migration, isDry: boolean, terminal: Terminal): string[] {
  const added = migration.changes
    .filter(({ before }) => before === undefined)
    .map(({ path }) => shownPath(path, terminal));
  return [
    ...(isDry ? ['A dry run: nothing was written.'] : []),
    `${counted(migration.outcomes.size, 'file')} read: ${outcomesText(migration, isDry ? 'would change' : 'changed')}.`,
    ...added.map((path) => `${isDry ? 'Would add' : 'Added'} the helper \`${path}\`; the files that use it import it.`),
    ...offersIn(migration.rewrites).map((cause) => offerOf(cause, terminal)),
  ];
}
