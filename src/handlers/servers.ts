import type { Catalog } from '../catalog/lookup.ts';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { OTHER_SERVERS } from '../catalog/roles.ts';
import { servesRequests } from '../project/serves-requests.ts';
import { perWorkspace } from '../project/workspace.ts';
import { isBrowserFile } from './browser-file.ts';

const serversOf = perWorkspace(() => new Map<Catalog, ReadonlySet<string>>());

/**
 * The packages that serve requests: those of entries that describe request handlers, how a request is answered, or how
 * a server starts.
 */
export function serverPackages({ workspace, catalog }: Evaluation): ReadonlySet<string> {
  const known = serversOf(workspace);
  const before = known.get(catalog);
  if (before !== undefined) return before;
  const servers = new Set(OTHER_SERVERS);
  for (const { packages, answers, starts, shapes, decorators, files, registrations } of catalog.entries) {
    const serves =
      [answers, starts, shapes].some((facet) => facet !== undefined) ||
      decorators?.some(({ kind = 'request' }) => kind === 'request') === true ||
      files?.some(({ kind = 'request' }) => kind === 'request') === true ||
      registrations?.some(({ kind = 'request' }) => kind === 'request') === true;
    if (serves) for (const name of packages) servers.add(name);
  }
  known.set(catalog, servers);
  return servers;
}

/** Whether the package of a file, or another of its workspace, depends on something that serves requests. */
export function isOfServer(path: string, evaluation: Evaluation): boolean {
  return servesRequests(path, evaluation.workspace, serverPackages(evaluation));
}

/** Paths of code that people or browsers run. */
const TESTS_AND_SHOWS = /(?:^|\/)(?:__(?:test|mock)s__|tests?|e2e|cypress|fixtures|stories|benchmarks?)\//;
const RUN_BY_HAND = /(?:^|\/)(?:bin|cli|scripts?|migrations?|seed(?:s|ers?)?)\//;
/** Files that a server sends to browsers unchanged. In deeper folders, `public` often means something else. */
const GIVEN_TO_BROWSERS = 'public/';
const FILES_ELSEWHERE = /\.(?:test|spec|stories|e2e|bench)\.[cm]?[jt]sx?$/;

/** Whether the functions of a file may be handlers by their shape. Those in tests, scripts and browser code aren't. */
export function mayServe(source: Source, evaluation: Evaluation): boolean {
  return isOfServer(source.path, evaluation) && !isLeftOut(source, evaluation);
}

/** Whether people or browsers run a file, and no server does. */
export function isLeftOut(source: Source, evaluation: Evaluation): boolean {
  return isElsewhere(source.path, evaluation) || isOfPage(source, evaluation);
}

/** Whether a file clearly runs in browsers. */
export function isOfPage(source: Source, evaluation: Evaluation): boolean {
  return evaluation.workspace.packages.placeOf(source.path).startsWith(GIVEN_TO_BROWSERS) || isBrowserFile(source);
}

export function isElsewhere(path: string, evaluation: Evaluation): boolean {
  const place = evaluation.workspace.packages.placeOf(path);
  return [TESTS_AND_SHOWS, RUN_BY_HAND, FILES_ELSEWHERE].some((words) => words.test(place));
}
