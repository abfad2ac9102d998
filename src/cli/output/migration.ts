import type { LeftSite, Migration } from '../migration.ts';
import type { Terminal } from '../terminal.ts';
import { counted, shownPath } from '../terminal.ts';
import { asJson, failureRecord, JSON_VERSION } from './json.ts';
import { placeOf } from './text.ts';

/** What was done, what a person must look at, and what comes next. */
export function renderMigration(migration: Migration, isDry: boolean, terminal: Terminal): string {
  const { files, changes, plans, needsPerson, optedOut, notes, failures } = migration;
  const { colors } = terminal;
  const helpers = changes.filter(({ before }) => before === undefined);
  const rewritten = plans.reduce((sum, { rewrites }) => sum + rewrites.length, 0);
  const written = changes.length - helpers.length;
  const lines = [`${counted(rewritten, 'finding')} ${isDry ? 'would be rewritten' : 'rewritten'} in ${counted(written, 'file')}; ${counted(files.length, 'file')} looked at, ${failures.length} failed.`];
  for (const { path } of helpers) lines.push(`${isDry ? 'Would add' : 'Added'} the helper ${shownPath(path, terminal)}.`);
  if (optedOut.length > 0) lines.push(`${counted(optedOut.length, 'finding')} left, as an eslint-disable comment asks.`);
  if (notes.length > 0) lines.push('', colors.bold('Worth knowing:'), ...notes.map((site) => siteLine(site, terminal)));
  if (needsPerson.length > 0) lines.push('', colors.bold('Needs a person:'), ...needsPerson.map((site) => siteLine(site, terminal)));
  if (!isDry && helpers.length > 0) {
    lines.push('', 'Next: call drainOnShutdown(server) from the helper where the server starts, then lint, type-check and test.');
  }
  return lines.join('\n');
}

function siteLine(site: LeftSite, terminal: Terminal): string {
  return `  ${placeOf(site, terminal)}  ${site.callee}: ${site.reason}`;
}

/** The same for machines. */
export function renderMigrationJson({ files, changes, plans, needsPerson, optedOut, notes, failures }: Migration, isDry: boolean, terminal: Terminal): string {
  const siteRecord = ({ line, column, callee, code, reason, path }: LeftSite): object => ({ file: shownPath(path, terminal), line, column, callee, code, reason });
  return asJson({
    version: JSON_VERSION,
    dryRun: isDry,
    files: files.length,
    rewritten: plans.reduce((sum, { rewrites }) => sum + rewrites.length, 0),
    written: changes.map(({ path, before }) => ({ file: shownPath(path, terminal), created: before === undefined })),
    needsPerson: needsPerson.map(siteRecord),
    optedOut: optedOut.map(siteRecord),
    notes: notes.map(siteRecord),
    failed: failures.map((failure) => failureRecord(failure, terminal)),
  });
}
