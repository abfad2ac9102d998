import type { Migration, Outcome, PlannedSite } from '../migration.ts';
import type { Terminal } from '../terminal.ts';
import { counted, shownPath } from '../terminal.ts';
import { asJson, failureRecord, JSON_VERSION } from './json.ts';
import { placeOf } from './text.ts';

/** What was done, what a person must look at, and what comes next. */
export function renderMigration(migration: Migration, isDry: boolean, terminal: Terminal): string {
  const { outcomes, changes, rewrites, needsPerson, optedOut } = migration;
  const { colors } = terminal;
  const counts = countOutcomes(migration);
  const lines = [
    `${counted(rewrites.length, 'finding')} ${isDry ? 'would be rewritten' : 'rewritten'} in ${counted(counts.changed, 'file')}.`,
    `${counted(outcomes.size, 'file')}: ${counts.changed} changed, ${counts.clean} clean, ${counts.needsPerson} for a person, ${counts.failed} failed.`,
  ];
  for (const { path, before } of changes) if (before === undefined) lines.push(`${isDry ? 'Would add' : 'Added'} the helper ${shownPath(path, terminal)}.`);
  if (optedOut.length > 0) lines.push(`${counted(optedOut.length, 'finding')} left, as an eslint-disable comment asks.`);
  const notes = rewrites.filter(({ reason }) => reason !== '');
  if (notes.length > 0) lines.push('', colors.bold('Worth knowing:'), ...notes.map((site) => siteLine(site, terminal)));
  if (needsPerson.length > 0) lines.push('', colors.bold('Needs a person:'), ...needsPerson.map((site) => siteLine(site, terminal)));
  const steps = isDry ? [] : nextSteps(migration);
  if (steps.length > 0) lines.push('', colors.bold('Next:'), ...steps.map((step) => `  - ${step}`));
  return lines.join('\n');
}

/** What is left to do once the rewrites are written; nothing when there are none. */
export function nextSteps({ rewrites, drains }: Migration): string[] {
  if (rewrites.length === 0) return [];
  return [...(drains ? [] : ['call drainOnShutdown(server) from the helper where the server starts']), 'lint, type-check and test'];
}

/** How many files had each outcome. */
export function countOutcomes({ outcomes }: Migration): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { changed: 0, clean: 0, needsPerson: 0, failed: 0 };
  for (const outcome of outcomes.values()) counts[outcome] += 1;
  return counts;
}

function siteLine(site: PlannedSite, terminal: Terminal): string {
  return `  ${placeOf(site, terminal)}  ${site.callee}: ${site.reason}`;
}

/** The same for machines. */
export function renderMigrationJson(migration: Migration, isDry: boolean, terminal: Terminal): string {
  const { outcomes, changes, rewrites, needsPerson, optedOut, failures } = migration;
  const place = ({ path, line, column, form, callee, route }: PlannedSite): object => ({ file: shownPath(path, terminal), line, column, form, callee, route });
  const leftRecord = (site: PlannedSite): object => ({ ...place(site), code: site.code, reason: site.reason });
  return asJson({
    version: JSON_VERSION,
    dryRun: isDry,
    files: outcomes.size,
    outcomes: countOutcomes(migration),
    rewritten: rewrites.map((site) => ({ ...place(site), remedy: site.code, ...(site.reason !== '' && { note: site.reason }) })),
    written: changes.map(({ path, before }) => ({ file: shownPath(path, terminal), created: before === undefined })),
    needsPerson: needsPerson.map(leftRecord),
    optedOut: optedOut.map(leftRecord),
    failed: failures.map((failure) => failureRecord(failure, terminal)),
  });
}
