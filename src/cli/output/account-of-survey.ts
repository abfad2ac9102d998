import type { FoundSite, Survey } from '../survey.ts';
import type { Terminal } from '../terminal.ts';
import type { Account } from './account.ts';
import { causesOf, foundOf } from '../causes.ts';
import { counted } from '../terminal.ts';
import { accounted, failedFiles, inOrder, MEANT } from './account.ts';
import { byRoute } from './routes.ts';
import { placeOf } from './place.ts';
import { countsByEvidence } from './text.ts';

/**
 * The page of `fire-task report`.
 *
 * @param listsUnknown - whether to list calls that could not be resolved
 */
export function accountOfSurvey(
  { files, sites, optedOut, unknown = [], failures, remarks = [], manual }: Survey,
  listsUnknown: boolean,
  terminal: Terminal,
): Account {
  return {
    command: 'fire-task report',
    headline:
      sites.length === 0
        ? 'No untracked promise'
        : `${counted(sites.length, 'untracked promise')} in ${counted(byRoute(sites).length, 'route')}`,
    figures: [
      { count: sites.length, outcome: 'found' },
      { count: optedOut.length, outcome: 'meant' },
      { count: failures.length, outcome: 'failed' },
    ],
    remarks: [
      `${counted(files.length - failures.length, 'file')} read, nothing changed.`,
      ...(unknown.length === 0
        ? []
        : [
            `${counted(unknown.length, 'more call')} in handlers could not be ` +
              `resolved${listsUnknown ? '' : ' (`--unknown` lists them)'}.`,
          ]),
      ...causesOf(sites).map((cause) => foundOf(cause, terminal)),
    ],
    sureness: surenessOf(sites),
    warnings: remarks,
    sites: inOrder([
      ...sites.map((site) => accounted(site, 'found', '', site.message, terminal)),
      ...optedOut.map((site) => accounted(site, 'meant', MEANT, '', terminal)),
    ]),
    failures: failedFiles(failures, terminal),
    drains: [],
    openShutdowns: [],
    unknown: listsUnknown ? unknown.map((call) => ({ place: placeOf(call, terminal), callee: call.callee })) : [],
    steps: stepsAfter(sites, manual, terminal),
  };
}

/** How many findings a handler is sure to run, and how many it is only likely to run. */
function surenessOf(sites: readonly FoundSite[]): string[] {
  const { sure, likely } = countsByEvidence(sites);
  return sites.length === 0
    ? []
    : [`A handler certainly runs ${sure.toString()} of them and probably runs ${likely.toString()}.`];
}

/** A dry run of the migration shows what would be rewritten. If nothing would be, the findings need manual work. */
function stepsAfter(sites: readonly FoundSite[], manual: Survey['manual'], terminal: Terminal): string[] {
  if (sites.length === 0) return [];
  if (manual === undefined)
    return ['See what would be rewritten, and what needs manual work: `fire-task migrate --dry-run`.'];
  return manual.map((site) => `Change \`${site.callee}\` at \`${placeOf(site, terminal)}\` yourself. ${site.reason}`);
}
