import { relative, sep } from 'node:path';
import type { TSESLint } from '@typescript-eslint/utils';
import type { Finding } from '../src/findings/finding.ts';
import type { Setup } from '../src/findings/setup.ts';
import type { Rewrite } from '../src/rewriting/rewrite.ts';
import type { Source } from '../src/syntax/source.ts';
import { DEFAULT_NAMES } from '../src/rewriting/name-style.ts';
import { rewritesFor } from '../src/rewriting/plan.ts';
import { trackerFor } from '../src/rewriting/tracker-for.ts';
import { fixOf } from './report.ts';

export const SUGGESTIONS = {
  await: 'Await it.',
  return: 'Return it.',
  track: 'Track it with {{tracker}}.',
  trackAndCreate: 'Track it with {{tracker}}, and create {{helper}} by running `npx fire-task init`.',
} as const;

export type SuggestionId = keyof typeof SUGGESTIONS;

/**
 * Returns a function that gives a finding's quick fixes, best first: the codemod's rewrites, each with its import. The
 * package is examined once for all findings.
 */
export function suggesterFor(
  source: Source,
  { options: { tracker }, evaluation }: Setup,
): (finding: Finding) => TSESLint.SuggestionReportDescriptor<SuggestionId>[] {
  const { workspace } = evaluation;
  const { reference, home } = trackerFor(source, workspace, tracker);
  const helper =
    home === undefined ? '' : relative(workspace.packages.of(source.path).root, home.path).split(sep).join('/');
  const options = { tracker: reference(), names: DEFAULT_NAMES, evaluation } as const;
  return (finding) =>
    rewritesFor(finding, source, options).map((rewrite) => ({
      messageId: messageIdOf(rewrite, home?.exists !== false),
      data: { helper, tracker: tracker.name },
      fix: fixOf(rewrite.edits),
    }));
}

function messageIdOf({ remedy, tracked }: Rewrite, exists: boolean): SuggestionId {
  if (!tracked) return remedy === 'return' ? 'return' : 'await';
  return exists ? 'track' : 'trackAndCreate';
}
