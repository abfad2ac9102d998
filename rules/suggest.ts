import { relative, sep } from 'node:path';
import type { Rule } from 'eslint';
import type { Finding } from '../src/findings/finding.ts';
import type { Setup } from '../src/findings/setup.ts';
import type { Rewrite } from '../src/rewriting/rewrite.ts';
import type { Source } from '../src/syntax/source.ts';
import { DEFAULT_NAMES } from '../src/rewriting/name-style.ts';
import { rewritesFor } from '../src/rewriting/plan.ts';
import { trackerFor } from '../src/rewriting/tracker-for.ts';

export const SUGGESTIONS = {
  await: 'Await it.',
  return: 'Return it.',
  track: 'Track it with {{tracker}}.',
  trackAndCreate: 'Track it with {{tracker}}, and create {{helper}} by running `npx fire-task init`.',
} as const;

/**
 * Gives the quick fixes of a file's findings, best first: the same rewrites as the codemod's, each with its import. The
 * package is looked at once.
 */
export function suggesterFor(
  source: Source,
  { options: { tracker }, evaluation }: Setup,
): (finding: Finding) => Rule.SuggestionReportDescriptor[] {
  const { workspace } = evaluation;
  const { reference, home } = trackerFor(source, workspace, tracker);
  const helper =
    home === undefined ? '' : relative(workspace.packages.of(source.path).root, home.path).split(sep).join('/');
  const options = { tracker: reference(), names: DEFAULT_NAMES, evaluation } as const;
  return (finding) =>
    rewritesFor(finding, source, options).map((rewrite) => ({
      messageId: messageIdOf(rewrite, home?.exists !== false),
      data: { helper, tracker: tracker.name },
      fix: (fixer) => rewrite.edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text)),
    }));
}

function messageIdOf({ remedy, tracked }: Rewrite, exists: boolean): keyof typeof SUGGESTIONS {
  if (!tracked) return remedy === 'return' ? 'return' : 'await';
  return exists ? 'track' : 'trackAndCreate';
}
