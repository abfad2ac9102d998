import type { PlanOptions } from '../rewriting/plan-source.ts';
import type { Analysis, AnalysisFlags } from './analysis.ts';
import type { ExitCode } from './exit.ts';
import type { FormatFlags } from './output/format.ts';
import type { Survey } from './survey.ts';
import type { Terminal } from './terminal.ts';
import { keepsCache, storeCaches } from '../findings/cache.ts';
import { analysisFor } from './analysis.ts';
import { discoverFiles } from './discover.ts';
import { CannotRun, EXIT } from './exit.ts';
import { refuseUnreadablePackages } from './guards.ts';
import { manualWorkIn } from './manual.ts';
import { areMost, createInquiries } from './inquiries.ts';
import { accountOfSurvey } from './output/account-of-survey.ts';
import { formatOf } from './output/format.ts';
import { renderSurveyJson } from './output/json.ts';
import { renderPage } from './output/page.ts';
import {
  renderCauses,
  renderFailures,
  renderLegend,
  renderNext,
  renderRoutes,
  renderTotals,
  renderUnknown,
} from './output/text.ts';
import { remarksOn } from './remarks.ts';
import { replayed } from './replay.ts';
import { survey } from './survey.ts';
import { defaultJobs, surveyInTeam } from './team.ts';

export interface ReportFlags extends AnalysisFlags, FormatFlags {
  /** The number of threads; by default, as many as are worthwhile. */
  readonly jobs?: number;
  readonly unknown?: boolean;
  /** The maximum number of routes shown as text. */
  readonly top?: number;
  /** Files that the detector wrote. */
  readonly observed?: readonly string[];
}

/** `fire-task report`: lists the untracked promises by route and changes nothing. */
export async function report(paths: readonly string[], flags: ReportFlags, terminal: Terminal): Promise<ExitCode> {
  if (flags.observed !== undefined) return reportObserved(paths, flags.observed, flags, terminal);
  if (flags.top !== undefined && formatOf(flags) !== 'text')
    throw new CannotRun('--top limits the text: leave it out, or leave out --format and --json.');
  const files = discoverFiles(paths, terminal);
  refuseUnreadablePackages(files, terminal);
  const analysis = await analysisFor(files, flags, terminal);
  const told = await replayed({ command: 'report', paths, files, analysis, jobs: flags.jobs }, terminal, async () => {
    const found = await surveyed(files, analysis, flags, true, terminal);
    const manual = manualWorkIn(found, analysis, terminal);
    return {
      ...found,
      remarks: remarksOn(paths, files, analysis, terminal),
      ...(manual !== undefined && { manual }),
    };
  });
  const code = print(told, flags, terminal);
  const next = renderNext(told, terminal);
  if (formatOf(flags) === 'text' && next !== '') terminal.print(`\n${next}`);
  return code;
}

/** `fire-task report --observed`: the findings, compared with what the detector saw in a running server. */
async function reportObserved(
  paths: readonly string[],
  observedPaths: readonly string[],
  flags: ReportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const format = formatOf(flags);
  if (format !== 'text' && format !== 'json')
    throw new CannotRun(
      `With --observed the result is text or JSON, not ${format}: leave --format out, or write --json.`,
    );
  const { join, readObserved } = await import('./observed.ts');
  const { renderJoined, renderJoinedJson } = await import('./output/observed.ts');
  const observed = readObserved(observedPaths, terminal);
  const files = discoverFiles(paths, terminal);
  refuseUnreadablePackages(files, terminal);
  const analysis = await analysisFor(files, flags, terminal);
  const found = await surveyed(files, analysis, flags, false, terminal);
  const joined = join(found, observed, terminal);
  terminal.print(format === 'json' ? renderJoinedJson(joined, terminal) : renderJoined(joined, terminal));
  if (found.failures.length > 0) terminal.warn(renderFailures(found.failures, terminal));
  const left = joined.seen.length + joined.notSeen.length + joined.notFound.length + found.failures.length;
  return left + joined.unhandled.length + joined.beyond === 0 ? EXIT.done : EXIT.remaining;
}

/** `fire-task migrate --check`: only the findings. Unresolved calls are not listed, so most files need one pass. */
export async function check(
  paths: readonly string[],
  files: readonly string[],
  flags: ReportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const analysis = await analysisFor(files, flags, terminal);
  const told = await replayed({ command: 'check', paths, files, analysis, jobs: flags.jobs }, terminal, async () => ({
    ...(await surveyed(files, analysis, flags, false, terminal)),
    remarks: remarksOn(paths, files, analysis, terminal),
  }));
  return print(told, flags, terminal);
}

function print(found: Survey, flags: ReportFlags, terminal: Terminal): ExitCode {
  render(found, flags, terminal);
  return found.sites.length + found.failures.length === 0 ? EXIT.done : EXIT.remaining;
}

/** Looks for findings in some files, with several threads if they are worthwhile. */
export async function surveyed(
  files: readonly string[],
  analysis: Analysis,
  flags: ReportFlags,
  wantsUnknown: boolean,
  terminal: Terminal,
): Promise<Survey> {
  const { workspace } = terminal;
  const alike = flags.typed === true ? undefined : sameForAll(files, analysis);
  // Threads share no cache: they would find out again what it contains, and store nothing.
  const jobs = Math.min(flags.jobs ?? (keepsCache(files, workspace) ? 1 : defaultJobs(files)), files.length);
  const judgesEarly = !wantsUnknown && flags.typed !== true && areMost(files, workspace);
  const surveyHere = (): Survey => {
    const found = survey(files, analysis, wantsUnknown, createInquiries(workspace, judgesEarly, analysis.analysisOf));
    storeCaches(workspace);
    return found;
  };
  if (alike === undefined || jobs === 1) return surveyHere();
  try {
    return await surveyInTeam(files, workspace, alike, jobs, { wantsUnknown, judgesEarly });
  } catch {
    // A thread can fail where a single one would not, for example when memory is too small for several.
    return surveyHere();
  }
}

/** The options of all files, if they are the same. Only then can threads share their results. */
function sameForAll(files: readonly string[], { analysisOf }: Analysis): PlanOptions | undefined {
  const [options, ...others] = new Set(files.map((path) => analysisOf(path)));
  return others.length > 0 ? undefined : options;
}

function render(found: Survey, flags: ReportFlags, terminal: Terminal): void {
  const [listsUnknown, format] = [flags.unknown === true, formatOf(flags)];
  if (format === 'json') {
    terminal.print(renderSurveyJson(found, terminal));
    return;
  }
  if (format === 'text') {
    if (found.sites.length > 0)
      terminal.print(`${renderRoutes(found.sites, terminal, flags.top)}\n\n${renderLegend(found.sites, terminal)}\n`);
    const causes = renderCauses(found.sites, terminal);
    if (causes !== '') terminal.print(`${causes}\n`);
    if (listsUnknown && found.unknown !== undefined && found.unknown.length > 0)
      terminal.print(`${renderUnknown(found.unknown, terminal)}\n`);
    terminal.print(renderTotals(found));
    for (const remark of found.remarks ?? []) terminal.print(remark);
  } else terminal.print(renderPage(accountOfSurvey(found, listsUnknown, terminal), format, terminal));
  if (found.failures.length > 0) terminal.warn(renderFailures(found.failures, terminal));
}
