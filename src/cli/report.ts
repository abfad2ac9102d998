import type { Reach } from '../handlers/reach.ts';
import type { ExitCode } from './exit.ts';
import type { Terminal } from './terminal.ts';
import { completeOptions } from '../findings/options.ts';
import { discoverFiles } from './discover.ts';
import { EXIT } from './exit.ts';
import { renderSurveyJson } from './output/json.ts';
import { renderFailures, renderRoutes } from './output/text.ts';
import { survey } from './survey.ts';
import { counted } from './terminal.ts';

export interface ReportFlags {
  readonly reach?: Reach;
  readonly json?: boolean;
}

/** `fire-task report`: lists the untracked promises by route and changes nothing. */
export function report(paths: readonly string[], { reach, json }: ReportFlags, terminal: Terminal): ExitCode {
  const found = survey(discoverFiles(paths, terminal.cwd), surveyOptions(reach));
  const { sites, failures, files } = found;
  if (json === true) terminal.print(renderSurveyJson(found, terminal));
  else {
    const routes = new Set(sites.map(({ route }) => route)).size;
    if (sites.length > 0) terminal.print(`${renderRoutes(sites, terminal)}\n`);
    const where = sites.length === 0 ? '' : ` in ${counted(routes, 'route')}`;
    terminal.print(`${counted(sites.length, 'untracked promise')}${where}; ${counted(files.length - failures.length, 'file')} read.`);
    if (failures.length > 0) terminal.warn(renderFailures(failures, terminal));
  }
  return sites.length + failures.length === 0 ? EXIT.done : EXIT.remaining;
}

/** Discovery has already left out the tests that nobody named, so the analysis looks at every file it is given. */
export function surveyOptions(reach: Reach | undefined): ReturnType<typeof completeOptions> {
  return completeOptions({ tests: true, ...(reach !== undefined && { reach }) });
}
