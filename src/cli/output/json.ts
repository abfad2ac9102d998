import type { Failure } from '../read.ts';
import type { FoundSite, Survey } from '../survey.ts';
import type { Terminal } from '../terminal.ts';
import { causesOf } from '../causes.ts';
import { shownPath } from '../terminal.ts';
import { byRoute } from './routes.ts';
import { countsByEvidence } from './text.ts';

/** Raised when a field is removed or changes its meaning, but not for new fields. */
export const JSON_VERSION = 1;

/** A survey as JSON: paths relative to the command's folder, lines and columns 1-based. */
export function renderSurveyJson(
  { files, sites, optedOut, unknown, failures, remarks = [] }: Survey,
  terminal: Terminal,
): string {
  return asJson({
    version: JSON_VERSION,
    files: files.length,
    findings: sites.length,
    ...countsByEvidence(sites),
    routes: routesOf(sites, terminal),
    causes: causeRecords(sites, terminal),
    optedOut: optedOut.map((site) => siteRecord(site, terminal)),
    // Omitted from the JSON if it was not requested, as in `migrate --check`.
    unknown: unknown?.map(({ path, line, column, callee }) => ({
      file: shownPath(path, terminal),
      line,
      column,
      callee,
    })),
    failed: failures.map((failure) => failureRecord(failure, terminal)),
    remarks,
  });
}

/** The functions whose promises are dropped in many places. */
export function causeRecords(sites: readonly FoundSite[], terminal: Terminal): object[] {
  return causesOf(sites).map(({ callee, declared: { path, line }, sites: places }) => ({
    callee,
    file: shownPath(path, terminal),
    line,
    places: places.length,
    routes: byRoute(places).length,
  }));
}

export function asJson(record: object): string {
  return JSON.stringify(record, null, 2);
}

/** `kind` and `framework` belong to the route, and are not repeated with each finding. */
function routesOf(sites: readonly FoundSite[], terminal: Terminal): object[] {
  return byRoute(sites).map(({ route, kind, framework, members }) => ({
    route,
    kind,
    framework,
    findings: members.map((site) => siteRecord(site, terminal)),
  }));
}

/** A finding as JSON, without its route. */
export function siteRecord(
  { path, line, column, form, callee, evidence, chain, others, reached, message, declared }: FoundSite,
  terminal: Terminal,
): object {
  return {
    ...{ file: shownPath(path, terminal), line, column, form, callee, evidence, chain, others, reached, message },
    ...(declared !== undefined && { declared: { file: shownPath(declared.path, terminal), line: declared.line } }),
  };
}

export function failureRecord({ path, reason, line, column }: Failure, terminal: Terminal): object {
  return { file: shownPath(path, terminal), ...(line !== undefined && { line, column }), reason };
}
