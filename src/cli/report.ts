import type { AnalysisFlags } from './analysis.ts';
import type { ExitCode } from './exit.ts';
import type { Terminal } from './terminal.ts';
import { analysisFor } from './analysis.ts';
import { discoverFiles } from './discover.ts';
import { EXIT } from './exit.ts';
import { renderSurveyJson } from './output/json.ts';
import { renderFailures, renderRoutes, renderTotals, renderUnknown } from './output/text.ts';
import { survey } from './survey.ts';

export interface ReportFlags extends AnalysisFlags {
  readonly json?: boolean;
  readonly unknown?: boolean;
}

/** `fire-task report`: lists the untracked promises by route and changes nothing. */
export async function report(paths: readonly string[], flags: ReportFlags, terminal: Terminal): Promise<ExitCode> {
  return reportFiles(discoverFiles(paths, terminal.cwd), flags, terminal);
}

/** The report on files that are known; `migrate --check` is this, too. */
export async function reportFiles(files: readonly string[], { json, unknown, ...flags }: ReportFlags, terminal: Terminal): Promise<ExitCode> {
  const found = survey(files, await analysisFor(files, flags, terminal));
  if (json === true) terminal.print(renderSurveyJson(found, terminal));
  else {
    if (found.sites.length > 0) terminal.print(`${renderRoutes(found.sites, terminal)}\n`);
    if (unknown === true && found.unknown.length > 0) terminal.print(`${renderUnknown(found.unknown, terminal)}\n`);
    terminal.print(renderTotals(found));
    if (found.failures.length > 0) terminal.warn(renderFailures(found.failures, terminal));
  }
  return found.sites.length + found.failures.length === 0 ? EXIT.done : EXIT.remaining;
}
