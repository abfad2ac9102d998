import type { Migration, PlannedSite } from '../migration.ts';
import type { Terminal } from '../terminal.ts';
import type { Account, AccountedSite } from './account.ts';
import { counted, shownPath } from '../terminal.ts';
import { accounted, failedFiles, inOrder, MEANT } from './account.ts';
import { countOutcomes, nextSteps } from './migration.ts';
import { capitalized } from './prose.ts';
import { REMEDY_WORDS } from './words.ts';

/** What `fire-task migrate` tells on a page: of what it wrote, or would write. */
export function accountOfMigration(migration: Migration, isDry: boolean, terminal: Terminal): Account {
  const { rewrites, needsPerson, optedOut, failures } = migration;
  const { changed } = countOutcomes(migration);
  return {
    command: `fire-task migrate${isDry ? ' --dry-run' : ''}`,
    headline: `${counted(rewrites.length, 'finding')} ${isDry ? 'would be rewritten' : 'rewritten'} in ${counted(changed, 'file')}`,
    figures: [
      { count: rewrites.length, outcome: isDry ? 'planned' : 'rewritten' },
      { count: needsPerson.length, outcome: 'left' },
      { count: optedOut.length, outcome: 'meant' },
      { count: failures.length, outcome: 'failed' },
    ],
    remarks: remarksOn(migration, isDry, terminal),
    sites: inOrder([
      ...rewrites.map((site) => rewritten(site, isDry, terminal)),
      ...needsPerson.map((site) => accounted(site, 'left', 'None.', site.reason, terminal)),
      ...optedOut.map((site) => accounted(site, 'meant', MEANT, '', terminal)),
    ]),
    failures: failedFiles(failures, terminal),
    unknown: [],
    steps: [
      ...(isDry && rewrites.length > 0 ? ['Write it: the same command without `--dry-run`.'] : []),
      ...nextSteps(migration).map((step) => `${capitalized(step).replace(/\bdrainOnShutdown\(server\)/, '`$&`')}.`),
    ],
  };
}

function rewritten(site: PlannedSite, isDry: boolean, terminal: Terminal): AccountedSite {
  const remedies: Readonly<Record<string, string>> = REMEDY_WORDS;
  const remedy = remedies[site.code] ?? site.code;
  return accounted(site, isDry ? 'planned' : 'rewritten', isDry ? `Would be ${remedy}.` : `${capitalized(remedy)}.`, site.reason, terminal);
}

function remarksOn(migration: Migration, isDry: boolean, terminal: Terminal): string[] {
  const { changed, clean, needsPerson, failed } = countOutcomes(migration);
  const added = migration.changes.filter(({ before }) => before === undefined).map(({ path }) => shownPath(path, terminal));
  return [
    ...(isDry ? ['A dry run: nothing was written.'] : []),
    `${counted(migration.outcomes.size, 'file')} read: ${changed} ${isDry ? 'would change' : 'changed'}, ${clean} clean, ${needsPerson} for a person, ${failed} failed.`,
    ...added.map((path) => `${isDry ? 'Would add' : 'Added'} the helper \`${path}\`; the files that use it import it.`),
  ];
}
