import { causesOf, offerOf } from '../causes.ts';
import { leftByChoice } from '../choose.ts';
import type { Cause } from '../causes.ts';
import type { Migration } from '../migration.ts';
import type { Outcome, PlannedSite } from '../plan-file.ts';
import type { Terminal } from '../terminal.ts';
import type { DrainPlace } from '../../rewriting/drain/left.ts';
import type { DrainPlan, PlannedDrain } from '../../rewriting/drain/plan-call.ts';
import { counted, shownPath } from '../terminal.ts';
import { asJson, causeRecords, failureRecord, JSON_VERSION } from './json.ts';
import { siteLines } from './site-lines.ts';

/** What was done, what the user must look at, and what comes next. */
export function renderMigration(migration: Migration, isDry: boolean, terminal: Terminal): string {
  const { outcomes, changes, rewrites, needsPerson, optedOut } = migration;
  const { colors } = terminal;
  const lines = [
    `${counted(rewrites.length, 'finding')} ${isDry ? 'would be rewritten' : 'rewritten'} in ` +
      `${counted(new Set(rewrites.map(({ path }) => path)).size, 'file')}.`,
    `${counted(outcomes.size, 'file')}: ${outcomesText(migration, 'changed')}.`,
  ];
  for (const { path, before } of changes)
    if (before === undefined) lines.push(`${isDry ? 'Would add' : 'Added'} the helper ${shownPath(path, terminal)}.`);
  lines.push(...leftByChoice(needsPerson));
  if (optedOut.length > 0)
    lines.push(`${counted(optedOut.length, 'finding')} skipped because of an eslint-disable comment.`);
  const notes = rewrites.filter(({ reason }) => reason !== '');
  const offers = offersIn(rewrites).map((cause) => `  ${offerOf(cause, terminal)}`);
  if (notes.length + offers.length > 0)
    lines.push('', colors.bold('Worth knowing:'), ...offers, ...siteLines(notes, terminal));
  const forPerson = needsPerson.filter(({ code }) => code !== 'declined');
  if (forPerson.length > 0) lines.push('', colors.bold('Needs manual work:'), ...siteLines(forPerson, terminal));
  lines.push(...drainLines(migration, isDry, terminal));
  if (!isDry && rewrites.length > 0)
    lines.push('', colors.bold('Next:'), ...nextSteps(migration).map((step) => `  - ${step}`));
  return lines.join('\n');
}

/** The functions whose calls would become tasks in many places. */
export function offersIn(rewrites: readonly PlannedSite[]): Cause[] {
  return causesOf(rewrites.filter(({ code }) => code === 'fire-task'));
}

function drainLines({ drains }: Migration, isDry: boolean, terminal: Terminal): string[] {
  return drains.flatMap(({ root, plan }) => {
    if (plan.kind === 'planned') {
      const { calls, place } = plan;
      const waits = `${isDry ? 'Would wait' : 'Waits'} for the tasks at shutdown: ${calls} in`;
      return [`${waits} ${shownPlaces([place], terminal)}.${interruptText(plan, terminal)}`];
    }
    if (plan.kind === 'none') return [];
    const where = plan.places.length === 0 ? shownPath(root, terminal) : shownPlaces(plan.places, terminal);
    return ['', terminal.colors.bold('Nothing waits for the tasks at shutdown yet:'), `  ${where}  ${plan.reason}`];
  });
}

/** What a planned drain does not change, as one more sentence: the package's own listeners for Ctrl+C. */
export function interruptText({ interrupts = [] }: PlannedDrain, terminal: Terminal): string {
  if (interrupts.length === 0) return '';
  const places = shownPlaces(interrupts, terminal);
  return ` SIGINT (Ctrl+C) still runs its own function, which doesn't wait for them: ${places}.`;
}

function shownPlaces(places: readonly DrainPlace[], terminal: Terminal): string {
  return places.map(({ path, line }) => `${shownPath(path, terminal)}:${line}`).join(', ');
}

/** What to do after the rewrites are written. */
export function nextSteps({ drains }: Migration): string[] {
  const isOpen = drains.some(({ plan }) => plan.kind === 'left');
  return [
    ...(isOpen ? ['have the server wait for its tasks at shutdown (above)'] : []),
    'format, lint, type-check and test',
    'look at the diff, and commit',
  ];
}

/**
 * The number of files per outcome: `4 changed, 5 clean, 0 for manual work, 0 failed`. A changed file may still have
 * findings for manual work.
 *
 * @param changed - the word for changed files
 */
export function outcomesText(migration: Migration, changed: string): string {
  const counts = countOutcomes(migration);
  const { outcomes, needsPerson } = migration;
  const both = new Set(needsPerson.map(({ path }) => path).filter((path) => outcomes.get(path) === 'changed')).size;
  const more = both === 0 ? '' : ` (and ${both} of those changed)`;
  return (
    `${counts.changed} ${changed}, ${counts.clean} clean, ${counts.needsPerson} for manual work${more}, ` +
    `${counts.failed} failed`
  );
}

/** The number of files per outcome. */
function countOutcomes({ outcomes }: Migration): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { changed: 0, clean: 0, needsPerson: 0, failed: 0 };
  for (const outcome of outcomes.values()) counts[outcome] += 1;
  return counts;
}

/** The migration as JSON. */
export function renderMigrationJson(migration: Migration, isDry: boolean, terminal: Terminal): string {
  const { outcomes, changes, rewrites, needsPerson, optedOut, failures, drains } = migration;
  const place = ({ path, line, column, form, callee, route }: PlannedSite): object => ({
    file: shownPath(path, terminal),
    line,
    column,
    form,
    callee,
    route,
  });
  const leftRecord = (site: PlannedSite): object => ({ ...place(site), code: site.code, reason: site.reason });
  return asJson({
    version: JSON_VERSION,
    dryRun: isDry,
    files: outcomes.size,
    outcomes: countOutcomes(migration),
    rewritten: rewrites.map((site) => ({
      ...place(site),
      remedy: site.code,
      ...(site.task !== undefined && { task: site.task }),
      ...(site.reason !== '' && { note: site.reason }),
    })),
    causes: causeRecords(rewrites, terminal),
    written: changes.map(({ path, before }) => ({ file: shownPath(path, terminal), created: before === undefined })),
    drains: drains.map(({ root, plan }) => drainRecord(root, plan, terminal)),
    needsPerson: needsPerson.map(leftRecord),
    optedOut: optedOut.map(leftRecord),
    failed: failures.map((failure) => failureRecord(failure, terminal)),
  });
}

function drainRecord(root: string, plan: DrainPlan, terminal: Terminal): object {
  const place = ({ path, line }: DrainPlace): object => ({ file: shownPath(path, terminal), line });
  return {
    package: shownPath(root, terminal),
    outcome: plan.kind,
    ...(plan.kind === 'planned' && { ...place(plan.place), calls: plan.calls }),
    ...(plan.kind === 'left' && { reason: plan.reason, places: plan.places.map(place) }),
  };
}
