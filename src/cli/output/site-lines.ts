import type { PlannedSite } from '../plan-file.ts';
import type { Terminal } from '../terminal.ts';
import { addTo } from '../../syntax/grouping.ts';
import { placeOf } from './place.ts';

/** Sites in source order. Those with the same reason are listed below it. */
export function siteLines(sites: readonly PlannedSite[], terminal: Terminal): string[] {
  const byReason = new Map<string, PlannedSite[]>();
  const inOrder = [...sites].sort(
    (a, b) => Number(a.path > b.path) - Number(a.path < b.path) || a.line - b.line || a.column - b.column,
  );
  for (const site of inOrder) addTo(byReason, site.reason, site);
  return [...byReason].flatMap(([reason, members]) => {
    const named = members.map((site) => `${placeOf(site, terminal)}  ${site.callee}`);
    return named.length === 1
      ? [`  ${named.join('')}: ${reason}`]
      : [`  ${reason}`, ...named.map((place) => `    ${place}`)];
  });
}
