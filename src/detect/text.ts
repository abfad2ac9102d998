import type { Observed, ObservedSite, Place } from './report.ts';

/** @param isAtExit - whether the process exits, which cuts off what is pending */
export function renderObserved({ sites, units, running, unhandled, beyond }: Observed, isAtExit: boolean): string {
  const watched = `${counted(units, 'request')} watched${running > 0 ? `, ${running} not answered` : ''}`;
  const lines = [
    sites.length === 0
      ? `fire-task detect: nothing outlived its request (${watched})`
      : `fire-task detect: ${counted(sites.length, 'place')} launched work that outlived its request (${watched})`,
  ];
  for (const [unit, members] of byUnit(sites)) {
    lines.push('', unit, ...aligned(members.map((site) => [placeText(site), calleeOf(site), fateOf(site, isAtExit)])));
  }
  if (unhandled.length > 0) {
    const rows = unhandled.map((site) => [placeText(site), calleeOf(site), counted(site.count, 'time')]);
    lines.push('', 'Rejected before the response, and not handled', ...aligned(rows));
  }
  if (beyond > 0) lines.push('', `and ${counted(beyond, 'more')} at other places`);
  return lines.join('\n');
}

function byUnit(sites: readonly ObservedSite[]): Map<string, ObservedSite[]> {
  const groups = new Map<string, ObservedSite[]>();
  for (const site of sites) {
    const [first, ...others] = site.units;
    const title = `${first?.name ?? '?'}${others.length > 0 ? ` and ${counted(others.length, 'other')}` : ''}`;
    groups.set(title, [...(groups.get(title) ?? []), site]);
  }
  return groups;
}

function fateOf({ count, longestMs, outcomes }: ObservedSite, isAtExit: boolean): string {
  const { settled, rejected, handled, collected, pending } = outcomes;
  const parts = [
    settled > 0 && `${settled} settled later`,
    rejected > 0 && `${rejected} rejected, unhandled`,
    handled > 0 && `${handled} rejected, handled`,
    collected > 0 && `${collected} can never settle`,
    pending > 0 && `${pending} ${isAtExit ? 'cut off by the exit' : 'still pending'}`,
  ].filter((part) => part !== false);
  return `${counted(count, 'time')}, up to ${longestMs} ms after the response: ${parts.join(', ')}`;
}

function calleeOf({ callee, function: within }: { callee: string; function: string }): string {
  return callee === '' ? (within === '' ? '' : `in ${within}`) : callee;
}

function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function aligned(rows: readonly string[][]): string[] {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(
    ([place = '', callee = '', rest = '']) =>
      `  ${place.padEnd(widths[0] ?? 0)}  ${callee.padEnd(widths[1] ?? 0)}  ${rest}`,
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 || noun === 'more' ? '' : 's'}`;
}
