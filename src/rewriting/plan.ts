import type { Finding, RemedyName } from '../findings/finding.ts';
import type { Source } from '../syntax/source.ts';
import type { Edit } from './edit.ts';
import type { Ground } from './ground.ts';
import type { RewriteOptions } from './options.ts';
import type { FilePlan, Rewrite, Skip } from './rewrite.ts';
import { applyEdits, overlap } from './edit.ts';
import { groundOf } from './ground.ts';
import { isOptedOut } from './opt-out.ts';
import { REMEDIES } from './remedies/index.ts';
import { verifyOutput } from './verify.ts';

/** The rewrites that can be offered for one finding, best first, each with the import it needs among its edits: ESLint's suggestions. */
export function rewritesFor(finding: Finding, source: Source, options: RewriteOptions): Rewrite[] {
  const ground = groundOf(source, options);
  return finding.remedies.flatMap((remedy) => {
    const outcome = rewriteBy(remedy, finding, ground);
    if ('code' in outcome) return [];
    return [outcome.tracked ? { ...outcome, edits: [...outcome.edits, ...ground.tracker.edits] } : outcome];
  });
}

/**
 * Plans the change of one file: each finding is rewritten by the remedy that a person need not decide on, or skipped with a reason.
 * A task is preferred, as it keeps when the handler answers; `await` is taken only where it is the one remedy.
 */
export function planFile(source: Source, findings: readonly Finding[], options: RewriteOptions): FilePlan {
  const unchanged: FilePlan = { source, rewrites: [], skips: [], edits: [], output: source.text };
  if (findings.length === 0) return unchanged;
  const ground = groundOf(source, options);
  const rewrites: Rewrite[] = [];
  const skips: Skip[] = [];
  // The innermost first, so that brackets at the same place nest.
  for (const finding of [...findings].sort((a, b) => b.node.range[0] - a.node.range[0] || a.node.range[1] - b.node.range[1])) {
    const outcome = isOptedOut(finding, source) ? optedOut(finding) : automaticRewrite(finding, ground);
    if ('code' in outcome) skips.push(outcome);
    else if (rewrites.some(({ edits }) => overlap(edits, outcome.edits))) {
      skips.push({ finding, code: 'overlap', reason: 'Its change overlaps that of another finding: run this again once that one is written.' });
    } else rewrites.push(outcome);
  }
  if (rewrites.length === 0) return { ...unchanged, skips };
  const edits = [...rewrites.flatMap((rewrite) => rewrite.edits), ...importEdits(rewrites, ground)];
  const output = applyEdits(source.text, edits);
  const fault = verifyOutput(source, output, edits);
  if (fault !== undefined) return { ...unchanged, skips: [...skips, ...rewrites.map(({ finding }) => ({ finding, code: 'not-verified', reason: fault }))] };
  return { source, rewrites, skips, edits, output };
}

function optedOut(finding: Finding): Skip {
  return { finding, code: 'opted-out', reason: 'An eslint-disable comment says that this is meant.' };
}

function automaticRewrite(finding: Finding, ground: Ground): Rewrite | Skip {
  const { remedies } = finding;
  const remedy = remedies.find((name) => name === 'fire-task') ?? remedies[0];
  if (remedy === undefined) return { finding, code: 'no-remedy', reason: 'There is no rewrite for it: decide by hand.' };
  const first = rewriteBy(remedy, finding, ground);
  const second = remedies.find((name) => name !== remedy && remedy !== 'fire-task');
  return 'code' in first && second !== undefined ? preferRewrite(first, rewriteBy(second, finding, ground)) : first;
}

function preferRewrite(first: Skip, second: Rewrite | Skip): Rewrite | Skip {
  return 'code' in second ? first : second;
}

function rewriteBy(remedy: RemedyName, finding: Finding, ground: Ground): Rewrite | Skip {
  const outcome = REMEDIES[remedy](finding, ground);
  if ('code' in outcome) return { finding, ...outcome };
  return { finding, remedy, edits: outcome.edits, tracked: outcome.tracked === true, ...(outcome.note !== undefined && { note: outcome.note }) };
}

function importEdits(rewrites: readonly Rewrite[], { tracker }: Ground): readonly Edit[] {
  return rewrites.some(({ tracked }) => tracked) ? tracker.edits : [];
}
