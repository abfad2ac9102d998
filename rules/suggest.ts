import type { Rule } from 'eslint';
import type { Finding } from '../src/findings/finding.ts';
import type { Source } from '../src/syntax/source.ts';

export const SUGGESTIONS = {
  await: 'Await it.',
  return: 'Return it.',
  track: 'Track it with fireTask.',
  trackAndCreate: 'Track it with fireTask, then create the helper with `npx fire-task init`.',
} as const;

/** The quick fixes of a finding, best first. */
export function suggestionsFor(_finding: Finding, _source: Source): Rule.SuggestionReportDescriptor[] {
  return [];
}
