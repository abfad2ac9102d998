import type { Analysis } from './analysis.ts';
import type { PlannedSite } from './plan-file.ts';
import type { Survey } from './survey.ts';
import type { Terminal } from './terminal.ts';
import { OPTED_OUT, planFileAt } from './plan-file.ts';

/**
 * The findings that need manual work, if `migrate` would rewrite nothing. Undefined if it would rewrite something, or
 * nothing was found. The search stops at the first rewrite.
 */
export function manualWorkIn(
  { sites }: Survey,
  { analysisOf, read }: Analysis,
  { workspace }: Terminal,
): readonly PlannedSite[] | undefined {
  const left: PlannedSite[] = [];
  for (const path of new Set(sites.map((site) => site.path))) {
    const options = analysisOf(path);
    if (options === undefined) continue;
    const { rewrites, skips, failure } = planFileAt(path, workspace, options, read);
    if (rewrites.length > 0 || failure !== undefined) return undefined;
    left.push(...skips.filter(({ code }) => code !== OPTED_OUT));
  }
  return left.length === 0 ? undefined : left;
}
