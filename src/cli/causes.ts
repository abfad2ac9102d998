import type { Declared } from '../findings/finding.ts';
import type { FoundSite } from './survey.ts';
import type { Terminal } from './terminal.ts';
import { keyOf, MANY } from '../findings/causes.ts';
import { addTo } from '../syntax/grouping.ts';
import { byRoute } from './output/routes.ts';
import { counted, shownPath } from './terminal.ts';

/** A function whose promise is dropped in many places. */
export interface Cause {
  /** The callee as it is written at the first place. */
  readonly callee: string;
  readonly declared: Declared;
  readonly sites: readonly FoundSite[];
}

/** The functions whose promises are dropped in three or more places, those with the most places first. */
export function causesOf(sites: readonly FoundSite[]): Cause[] {
  const groups = new Map<string, FoundSite[]>();
  for (const site of sites) if (site.declared !== undefined) addTo(groups, keyOf(site.declared), site);
  return [...groups.values()]
    .filter((dropped) => dropped.length >= MANY)
    .sort((a, b) => b.length - a.length)
    .flatMap((dropped) => {
      const [first] = dropped;
      return first?.declared === undefined ? [] : [{ callee: first.callee, declared: first.declared, sites: dropped }];
    });
}

/** `lib/utils.ts:113` */
function declaredAt({ declared }: Cause, terminal: Terminal): string {
  return `${shownPath(declared.path, terminal)}:${declared.line.toString()}`;
}

/** What a report says about a cause: where it is, and one change that covers all places. */
export function foundOf(cause: Cause, terminal: Terminal): string {
  const { callee, sites } = cause;
  return (
    `\`${callee}\` (\`${declaredAt(cause, terminal)}\`) is dropped in ${counted(sites.length, 'place')} in ` +
    `${counted(byRoute(sites).length, 'route')}: ` +
    'give its work an owner inside the function, or mark it `@fireAndForget`.'
  );
}

/** What a migration suggests instead of a task at each place. */
export function offerOf(cause: Cause, terminal: Terminal): string {
  const { callee, sites } = cause;
  return (
    `\`${callee}\` (\`${declaredAt(cause, terminal)}\`) becomes a task at ${counted(sites.length, 'place')}. ` +
    'If no caller awaits it, call `fireTask` once inside the function instead, and leave these calls unchanged.'
  );
}
