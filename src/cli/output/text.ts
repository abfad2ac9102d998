import type { Failure } from '../read.ts';
import type { FoundSite, Survey, UnknownCall } from '../survey.ts';
import type { Terminal } from '../terminal.ts';
import { FORMS } from '../../findings/forms.ts';
import { counted } from '../terminal.ts';
import { causesOf, foundOf } from '../causes.ts';
import { byRoute } from './routes.ts';
import { placeOf } from './place.ts';
import { siteLines } from './site-lines.ts';

/**
 * The sites grouped by route, routes in the order of their first site.
 *
 * @param top - how many routes to show, those with most findings first; by default, all
 */
export function renderRoutes(sites: readonly FoundSite[], terminal: Terminal, top?: number): string {
  const { colors } = terminal;
  const blocks: string[] = [];
  const all = byRoute(sites);
  const shown = top === undefined ? all : [...all].sort((a, b) => b.members.length - a.members.length).slice(0, top);
  for (const { heading, members } of shown) {
    const lines = [colors.bold(heading)];
    const widths = { place: 0, form: 0 };
    for (const site of members) {
      widths.place = Math.max(widths.place, placeOf(site, terminal).length);
      widths.form = Math.max(widths.form, site.form.length);
    }
    for (const site of members) {
      lines.push(
        `  ${placeOf(site, terminal).padEnd(widths.place)}  ${colors.yellow(site.form.padEnd(widths.form))}  ` +
          `${site.callee}${pathTo(site, terminal)}`,
      );
    }
    blocks.push(lines.join('\n'));
  }
  const more = all.length - shown.length;
  if (more > 0)
    blocks.push(`${counted(more, 'more route')} not shown: leave out --top to see ${more === 1 ? 'it' : 'them'}.`);
  return blocks.join('\n\n');
}

/** Explains each form that was found, one per line. */
export function renderLegend(sites: readonly FoundSite[], { colors }: Terminal): string {
  const forms = [...new Set(sites.map(({ form }) => form))].sort();
  const width = Math.max(...forms.map(({ length }) => length));
  return [
    colors.bold('Forms:'),
    ...forms.map((form) => `  ${colors.yellow(form.padEnd(width))}  ${colors.dim(FORMS[form].words)}`),
  ].join('\n');
}

/** The functions whose promises are dropped in many places, one per line; empty if there are none. */
export function renderCauses(sites: readonly FoundSite[], terminal: Terminal): string {
  const causes = causesOf(sites);
  if (causes.length === 0) return '';
  const lines = causes.map((cause) => `  ${foundOf(cause, terminal)}`);
  return [terminal.colors.bold('One cause, many places:'), ...lines].join('\n');
}

/** What to type after a report; empty where there is nothing to do. */
export function renderNext({ sites, manual, remarks = [] }: Survey, terminal: Terminal): string {
  const [first] = sites;
  if (manual !== undefined)
    return [
      terminal.colors.bold('Left for manual work, as `migrate` rewrites none of them:'),
      ...siteLines(manual, terminal),
    ].join('\n');
  if (first !== undefined) {
    const place = placeOf({ path: first.path }, terminal);
    const explain = `npx fire-task explain ${place}:${first.line}`;
    return `Next: npx fire-task migrate --dry-run (shows the fix), ${explain} (says why)`;
  }
  return remarks.length === 0 ? '' : 'Next: npx fire-task doctor (shows what was checked, and what was not)';
}

/** One line per file: `src/broken.ts:3:7  The file does not parse: …` */
export function renderFailures(failures: readonly Failure[], terminal: Terminal): string {
  const left =
    failures.length === 1
      ? '1 file failed and was left as it was:'
      : `${failures.length} files failed and were left as they were:`;
  return [
    terminal.colors.red(left),
    ...failures.map((failure) => `  ${placeOf(failure, terminal)}  ${failure.reason}`),
  ].join('\n');
}

/** Calls that could not be resolved, one per line. The rule does not report them. */
export function renderUnknown(unknown: readonly UnknownCall[], terminal: Terminal): string {
  const lines = unknown.map((call) => `  ${placeOf(call, terminal)}  ${call.callee}`);
  return [terminal.colors.bold('Not known:'), ...lines].join('\n');
}

function pathTo({ chain, others, reached }: FoundSite, { colors }: Terminal): string {
  const through = chain.length === 0 ? '' : `  through ${chain.join(' → ')}`;
  const more = others === 0 ? '' : `  and from ${counted(others, 'other route')}`;
  return colors.dim(`${through}${more}${reached === 'likely' ? '  (likely)' : ''}`);
}

/** How many findings a handler is sure to run, and how many it is only likely to run: `3 sure, 1 likely`. */
export function countsByEvidence(sites: readonly FoundSite[]): { readonly sure: number; readonly likely: number } {
  const likely = sites.filter(({ reached }) => reached === 'likely').length;
  return { sure: sites.length - likely, likely };
}

/** The last line of a report: `4 untracked promises in 2 routes (3 sure, 1 likely); 9 files read.` */
export function renderTotals({ files, sites, optedOut, unknown = [], failures }: Survey): string {
  const { sure, likely } = countsByEvidence(sites);
  const where =
    sites.length === 0 ? '' : ` in ${counted(byRoute(sites).length, 'route')} (${sure} sure, ${likely} likely)`;
  const causes = causesOf(sites);
  const few =
    causes.length === 0
      ? ''
      : `; ${counted(causes.length, 'function')} ${causes.length === 1 ? 'accounts' : 'account'} for ` +
        causes.reduce((sum, cause) => sum + cause.sites.length, 0).toString();
  const meant = optedOut.length === 0 ? '' : `; ${optedOut.length} more skipped because of an eslint-disable comment`;
  const silence =
    unknown.length === 0
      ? ''
      : ` ${counted(unknown.length, 'more call')} in handlers could not be resolved (--unknown lists them).`;
  return (
    `${counted(sites.length, 'untracked promise')}${where}${few}${meant}; ` +
    `${counted(files.length - failures.length, 'file')} read.${silence}`
  );
}
