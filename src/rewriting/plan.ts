import type { Finding } from '../findings/finding.ts';
import type { RemedyName } from '../findings/forms.ts';
import type { Source } from '../syntax/source.ts';
import type { Edit } from './edit.ts';
import type { RewriteContext } from './context.ts';
import type { RewriteOptions } from './options.ts';
import type { FilePlan, Rewrite, Skip } from './rewrite.ts';
import { applyEdits, mergeInsertions, overlap, withoutRepeats } from './edit.ts';
import { directivesOf, withoutDirective } from './answered-directive.ts';
import { contextOf } from './context.ts';
import { isOptedOut } from './opt-out.ts';
import { REMEDIES } from './remedies/index.ts';
import { verifyOutput } from './verify.ts';

/** A rewrite, with the name by which it calls the tracker. */
interface Planned {
  readonly rewrite: Rewrite;
  readonly callees?: readonly string[];
}

/**
 * The rewrites that can be offered for one finding, best first: ESLint's suggestions. The edits of each include the
 * import that it needs, in source order and with at most one insertion per offset.
 */
export function rewritesFor(finding: Finding, source: Source, options: RewriteOptions): Rewrite[] {
  const context = contextOf(source, options);
  return finding.remedies.flatMap((remedy) => {
    const planned = rewriteBy(remedy, finding, context);
    return 'code' in planned
      ? []
      : [
          {
            ...planned.rewrite,
            edits: mergeInsertions([
              ...planned.rewrite.edits,
              ...withoutDirective(finding, source, planned.rewrite.edits),
              ...importEdits([planned], context),
            ]),
          },
        ];
  });
}

/**
 * Plans the change of one file: each finding is rewritten by the remedy that needs no decision by a person, or skipped
 * with a reason.
 *
 * That remedy is a task wherever a task is right, even if an `await` is recommended first: a task doesn't change when
 * the handler answers. Where a task would be wrong, it is the first of the others that applies.
 */
export function planFile(source: Source, findings: readonly Finding[], options: RewriteOptions): FilePlan {
  const unchanged: FilePlan = { source, rewrites: [], skips: [], edits: [], output: source.text };
  const context = contextOf(source, options);
  const planned: Planned[] = [];
  const skips: Skip[] = [];
  for (const finding of innermostFirst(findings)) {
    const outcome = isOptedOut(finding, source)
      ? optedOut(finding)
      : options.accepts?.(finding.launch.range[0]) === false
        ? declined(finding)
        : automaticRewrite(finding, context);
    if ('code' in outcome) skips.push(outcome);
    else if (planned.some(({ rewrite }) => overlap(rewrite.edits, outcome.rewrite.edits))) {
      skips.push({
        finding,
        code: 'overlap',
        reason: 'Its change overlaps the change of another finding: run this again after that one is written.',
      });
    } else planned.push(outcome);
  }
  if (planned.length === 0) return { ...unchanged, skips };
  const rewrites = planned.map(({ rewrite }) => rewrite);
  const own = rewrites.flatMap((rewrite) => rewrite.edits);
  const edits = withoutRepeats([
    ...own,
    ...directiveEdits(rewrites, skips, own, source),
    ...importEdits(planned, context),
  ]);
  const output = applyEdits(source.text, edits);
  const fault = verifyOutput(source, output, edits, calleesOf(planned));
  if (fault !== undefined)
    return {
      ...unchanged,
      skips: [...skips, ...rewrites.map(({ finding }) => ({ finding, code: 'not-verified', reason: fault }))],
    };
  return { source, rewrites, skips, edits, output };
}

/** Innermost first, so that brackets at the same offset nest. */
function innermostFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => b.node.range[0] - a.node.range[0] || a.node.range[1] - b.node.range[1]);
}

function optedOut(finding: Finding): Skip {
  return { finding, code: 'opted-out', reason: 'A comment marks it as intended.' };
}

function declined(finding: Finding): Skip {
  return { finding, code: 'declined', reason: 'You left it as it is.' };
}

function automaticRewrite(finding: Finding, context: RewriteContext): Planned | Skip {
  const { slip } = finding;
  if (slip !== undefined && !(context.awaitGuards && slip.onlyStops && finding.remedies.includes('await')))
    return {
      finding,
      code: 'likely-slip',
      reason: `${slip.why} ${slip.returns ? 'Return' : 'Await'} it, or make it a task if it is meant.`,
    };
  const names = slip !== undefined ? AWAIT : finding.remedies.includes('fire-task') ? TASK : finding.remedies;
  let first: Skip | undefined;
  for (const remedy of names) {
    const outcome = rewriteBy(remedy, finding, context);
    if (!('code' in outcome)) return outcome;
    first ??= outcome;
  }
  return first ?? { finding, code: 'no-remedy', reason: byHand(finding) };
}

const AWAIT = ['await'] as const;
const TASK = ['fire-task'] as const;

/** What a person should do if there is no rewrite. */
function byHand({ form, becomes }: Finding): string {
  if (becomes === 'predicate')
    return (
      'An array method that tests or sorts cannot wait for its callback: await Promise.all of the results ' +
      'first, and use those.'
    );
  if (form === 'raced') return 'Give the loser a signal that stops it, or keep its promise and await it.';
  return 'There is no automatic rewrite for it: change it by hand.';
}

function rewriteBy(remedy: RemedyName, finding: Finding, context: RewriteContext): Planned | Skip {
  const outcome = REMEDIES[remedy](finding, context);
  if ('code' in outcome) return { finding, ...outcome };
  const { callee, tasks, ...change } = outcome;
  const rewrite = { finding, remedy, tracked: callee !== undefined, ...change };
  return callee === undefined ? { rewrite } : { rewrite, callees: Array.from({ length: tasks ?? 1 }, () => callee) };
}

/** A comment stays if a finding that is left needs it, too. */
function directiveEdits(
  rewrites: readonly Rewrite[],
  skips: readonly Skip[],
  edits: readonly Edit[],
  source: Source,
): Edit[] {
  const kept = skips.flatMap(({ finding }) => directivesOf(finding, source));
  return rewrites
    .flatMap(({ finding }) => withoutDirective(finding, source, edits))
    .filter(({ start }) => !kept.some((other) => other.start === start));
}

function importEdits(planned: readonly Planned[], { importFor }: RewriteContext): Edit[] {
  return importFor(calleesOf(planned));
}

function calleesOf(planned: readonly Planned[]): string[] {
  return planned.flatMap(({ callees = [] }) => callees);
}
