import type { ObservedSite } from '../../detect/report.ts';
import type { Joined } from '../observed.ts';
import type { FoundSite } from '../survey.ts';
import type { Terminal } from '../terminal.ts';
import { counted } from '../terminal.ts';
import { asJson, JSON_VERSION, siteRecord } from './json.ts';
import { placeOf } from './place.ts';

/** The comparison as text: findings that were seen, what else was seen, and findings that were not seen. */
export function renderJoined(joined: Joined, terminal: Terminal): string {
  const { seen, notFound, notSeen, unhandled, beyond, units } = joined;
  const { colors } = terminal;
  const blocks = [
    blockOf(
      'Found, and seen',
      seen.map(({ finding, site }) => [placeOf(finding, terminal), finding.callee, finding.route, seenText(site)]),
    ),
    blockOf(
      'Seen, and not found',
      notFound.map((site) => [
        `${site.file}:${site.line}:${site.column}`,
        site.callee,
        site.units.map(({ name }) => name).join(', '),
        seenText(site),
      ]),
    ),
    blockOf(
      'Found, and not seen',
      notSeen.map((finding) => [placeOf(finding, terminal), finding.callee, finding.route, '']),
    ),
    blockOf(
      'Rejected before the response, and not handled',
      unhandled.map((site) => [
        `${site.file}:${site.line}:${site.column}`,
        site.callee,
        site.function === '' ? '' : `in ${site.function}`,
        counted(site.count, 'time'),
      ]),
    ),
    beyond > 0
      ? `And ${counted(beyond, 'loss', 'losses')} at places beyond those that the detector tells apart.`
      : undefined,
  ].filter((block) => block !== undefined);
  const total =
    `${counted(seen.length + notSeen.length, 'untracked promise')}, ${seen.length} of them seen in ` +
    `${counted(units, 'request')}; ${counted(notFound.length, 'more place')} seen.`;
  return [...blocks, total].join('\n\n');

  function blockOf(title: string, rows: readonly string[][]): string | undefined {
    if (rows.length === 0) return undefined;
    const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const lines = rows.map((row) =>
      `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
    );
    return [colors.bold(title), ...lines].join('\n');
  }
}

function seenText({ count, longestMs, outcomes }: ObservedSite): string {
  const { rejected, collected, pending } = outcomes;
  const fates = [
    rejected > 0 && `${rejected} rejected, unhandled`,
    collected > 0 && `${collected} never settled`,
    pending > 0 && `${pending} not settled at the end`,
  ].filter((fate) => fate !== false);
  return (
    `${counted(count, 'time')}, up to ${longestMs} ms after the ` +
    `response${fates.length > 0 ? `: ${fates.join(', ')}` : ''}`
  );
}

/** The comparison as JSON: places relative to the command's folder, lines and columns 1-based. */
export function renderJoinedJson(joined: Joined, terminal: Terminal): string {
  const { seen, notFound, notSeen, unhandled, beyond, units } = joined;
  const record = (finding: FoundSite): object => ({ route: finding.route, ...siteRecord(finding, terminal) });
  return asJson({
    version: JSON_VERSION,
    units,
    seen: seen.map(({ finding, site }) => ({ ...record(finding), observed: site })),
    notFound: notFound,
    notSeen: notSeen.map(record),
    unhandled,
    beyond,
  });
}
