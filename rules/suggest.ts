import { join, relative, sep } from 'node:path';
import type { Rule } from 'eslint';
import type { Finding } from '../src/findings/finding.ts';
import type { Tracker } from '../src/findings/options.ts';
import type { Package } from '../src/project/package.ts';
import type { TrackerHome } from '../src/project/tracker-home.ts';
import type { TrackerReference } from '../src/project/tracker-reference.ts';
import type { Rewrite } from '../src/rewriting/rewrite.ts';
import type { Source } from '../src/syntax/source.ts';
import { packageOf } from '../src/project/package.ts';
import { trackerHome } from '../src/project/tracker-home.ts';
import { packagedTracker, trackerReference } from '../src/project/tracker-reference.ts';
import { DEFAULT_NAMES } from '../src/rewriting/options.ts';
import { rewritesFor } from '../src/rewriting/plan.ts';

export const SUGGESTIONS = {
  await: 'Await it.',
  return: 'Return it.',
  track: 'Track it with {{tracker}}.',
  trackAndCreate: 'Track it with {{tracker}}, and create {{helper}} by running `npx fire-task init`.',
} as const;

/** Gives the quick fixes of a file's findings, best first: the same rewrites as the codemod's, each with its import. The package is looked at once. */
export function suggesterFor(source: Source, tracker: Tracker): (finding: Finding) => Rule.SuggestionReportDescriptor[] {
  const project = packageOf(source.path);
  const { reference, home } = trackerOf(source, project, tracker);
  const helper = home === undefined ? '' : relative(project.root, home.path).split(sep).join('/');
  const options = { tracker: reference, names: DEFAULT_NAMES } as const;
  return (finding) =>
    rewritesFor(finding, source, options).map((rewrite) => ({
      messageId: messageIdOf(rewrite, home?.exists !== false),
      data: { helper, tracker: tracker.name },
      fix: (fixer) => rewrite.edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text)),
    }));
}

/** The tracker that quick fixes import: the package's helper, or what the options name. */
function trackerOf(source: Source, project: Package, { name, module }: Tracker): { reference: TrackerReference; home?: TrackerHome } {
  if (module !== undefined && !module.startsWith('.')) return { reference: packagedTracker(module, name, source) };
  const home = trackerHome(project, module === undefined ? {} : { helper: join(project.root, module) });
  // Whoever names a file keeps it, too: only the helper can be created.
  return { reference: trackerReference(home, source, name), ...(module === undefined && { home }) };
}

function messageIdOf({ remedy, tracked }: Rewrite, exists: boolean): keyof typeof SUGGESTIONS {
  if (!tracked) return remedy === 'return' ? 'return' : 'await';
  return exists ? 'track' : 'trackAndCreate';
}
