import { relative, sep } from 'node:path';
import type { Rule } from 'eslint';
import type { Finding } from '../src/findings/finding.ts';
import type { Rewrite } from '../src/rewriting/rewrite.ts';
import type { Source } from '../src/syntax/source.ts';
import { packageOf } from '../src/project/package.ts';
import { trackerHome } from '../src/project/tracker-home.ts';
import { trackerReference } from '../src/project/tracker-reference.ts';
import { rewritesFor } from '../src/rewriting/plan.ts';

export const SUGGESTIONS = {
  await: 'Await it.',
  return: 'Return it.',
  track: 'Track it with fireTask.',
  trackAndCreate: 'Track it with fireTask, and create {{helper}} by running `npx fire-task init`.',
} as const;

/** Gives the quick fixes of a file's findings, best first: the same rewrites as the codemod's, each with its import. The package is looked at once. */
export function suggesterFor(source: Source): (finding: Finding) => Rule.SuggestionReportDescriptor[] {
  const project = packageOf(source.path);
  const home = trackerHome(project);
  const helper = relative(project.root, home.path).split(sep).join('/');
  const options = { tracker: trackerReference(home, source), names: 'static' } as const;
  return (finding) =>
    rewritesFor(finding, source, options).map((rewrite) => ({
      messageId: messageIdOf(rewrite, home.exists),
      data: { helper },
      fix: (fixer) => rewrite.edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text)),
    }));
}

function messageIdOf({ remedy, tracked }: Rewrite, exists: boolean): keyof typeof SUGGESTIONS {
  if (!tracked) return remedy === 'return' ? 'return' : 'await';
  return exists ? 'track' : 'trackAndCreate';
}
