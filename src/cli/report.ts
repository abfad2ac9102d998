import type { Reach } from '../handlers/reach.ts';
import type { Options } from '../findings/options.ts';
import type { ExitCode } from './exit.ts';
import type { Terminal } from './terminal.ts';
import { completeOptions } from '../findings/options.ts';
import { discoverFiles } from './discover.ts';
import { EXIT } from './exit.ts';
import { renderSurveyJson } from './output/json.ts';
import { renderFailures, renderRoutes, renderTotals, renderUnknown } from './output/text.ts';
import { survey } from './survey.ts';

export interface ReportFlags {
  readonly reach?: Reach;
  readonly json?: boolean;
  readonly unknown?: boolean;
}

/** `fire-task report`: lists the untracked promises by route and changes nothing. */
export function report(paths: readonly string[], flags: ReportFlags, terminal: Terminal): ExitCode {
  return reportFiles(discoverFiles(paths, terminal.cwd), flags, terminal);
}

/** The report on files that are known; `migrate --check` is this, too. */
export function reportFiles(files: readonly string[], { reach, json, unknown }: ReportFlags, terminal: Terminal): ExitCode {
  const found = survey(files, surveyOptions(reach));
  if (json === true) terminal.print(renderSurveyJson(found, terminal));
  else {
    if (found.sites.length > 0) terminal.print(`${renderRoutes(found.sites, terminal)}\n`);
    if (unknown === true && found.unknown.length > 0) terminal.print(`${renderUnknown(found.unknown, terminal)}\n`);
    terminal.print(renderTotals(found));
    if (found.failures.length > 0) terminal.warn(renderFailures(found.failures, terminal));
  }
  return found.sites.length + found.failures.length === 0 ? EXIT.done : EXIT.remaining;
}

/** Discovery has already left out the tests that nobody named, so the analysis looks at every file it is given. */
export function surveyOptions(reach: Reach | undefined): Options {
  return completeOptions({ tests: true, ...(reach !== undefined && { reach }) });
}
