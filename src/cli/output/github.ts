import { isAbsolute, relative, sep } from 'node:path';
import type { Account, AccountedSite, SiteOutcome } from './account.ts';

/** The level of a workflow command of GitHub Actions, which annotates a line of the pull request. */
type Level = 'error' | 'warning' | 'notice';

/**
 * Findings that are left are errors. Those that a dry run would rewrite are as untracked, but one command fixes them.
 */
const LEVELS: Readonly<Record<SiteOutcome, Level | undefined>> = {
  found: 'error',
  left: 'error',
  planned: 'warning',
  rewritten: 'notice',
  meant: undefined,
};

/**
 * The account as annotations, one per line, followed by its headline.
 *
 * @param root - the repository's folder on GitHub; annotations accept paths relative to it, and absolute paths
 */
export function renderGithub(
  { headline, sites, failures, openShutdowns, sureness, warnings }: Account,
  root: string,
): string {
  return [
    ...failures.map(({ path, line, column, reason }) =>
      annotation('error', { ...placeIn(root, path, line, column), title: 'fire-task: failed' }, reason),
    ),
    ...sites.flatMap((site) => siteLine(site, root)),
    ...openShutdowns.map(({ places, reason }) =>
      annotation(
        'warning',
        { title: 'fire-task: nothing waits for the tasks at shutdown' },
        `${places.join(', ')}: ${reason}`,
      ),
    ),
    ...warnings.map((warning) => annotation('notice', { title: 'fire-task: what was not looked at' }, warning)),
    [`${headline}.`, ...sureness].map(escaped).join(' '),
  ].join('\n');
}

function siteLine(site: AccountedSite, root: string): string[] {
  const level = LEVELS[site.outcome];
  if (level === undefined) return [];
  const { path, line, column, form, outcome, message, done, advice } = site;
  const more = [outcome === 'left' ? '' : done, advice].filter((sentence) => sentence !== '' && sentence !== message);
  return [
    annotation(
      level,
      { ...placeIn(root, path, line, column), title: `fire-task: ${form}` },
      [message, ...more].map(withFullStop).join(' '),
    ),
  ];
}

function placeIn(root: string, path: string, line?: number, column?: number): Record<string, string> {
  const inside = relative(root, path);
  const file = inside.startsWith('..') || isAbsolute(inside) ? path : inside.split(sep).join('/');
  return { file, ...(line !== undefined && { line: line.toString(), col: (column ?? 1).toString() }) };
}

function annotation(level: Level, properties: Record<string, string>, message: string): string {
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escaped(value).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  );
  return `::${level} ${written.join(',')}::${escaped(message)}`;
}

/** A line break would end the command, so that a file name or a route could begin another one. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function withFullStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
