import type { Finding } from '../findings/finding.ts';
import type { Setup } from '../findings/setup.ts';
import type { CallNode } from '../syntax/call.ts';
import type { Source } from '../syntax/source.ts';
import type { FilePlan } from './rewrite.ts';
import { recheck } from '../findings/recheck.ts';
import { isParseFailure, parse } from '../syntax/parse.ts';
import { outlineOf } from '../syntax/walk.ts';
import { faultInWords } from './verify-words.ts';
import { movedTo } from './verify.ts';

/**
 * Checks a plan once more before it is used: jscodeshift's parser must find the expected words in the new text, and a
 * second analysis must find none of the rewritten losses. A plan that fails is dropped: nothing is rewritten, and each
 * finding says why.
 */
export function withoutDoubts(plan: FilePlan, setup: Setup): FilePlan {
  const { source, output, edits, rewrites, skips } = plan;
  if (edits.length === 0) return plan;
  const fault = faultInWords(source.path, source.text, output, edits) ?? remainingIn(plan, setup);
  if (fault === undefined) return plan;
  const reason = `The rewritten file ${fault}: rewrite it by hand, and please report it.`;
  return {
    source,
    rewrites: [],
    edits: [],
    output: source.text,
    skips: [...skips, ...rewrites.map(({ finding }) => ({ finding, code: 'not-verified', reason }))],
  };
}

function remainingIn(
  { source, output, edits, rewrites }: FilePlan,
  { options, evaluation }: Setup,
): string | undefined {
  const after = parse(source.path, output);
  if (isParseFailure(after)) return undefined;
  const places = new Map(
    rewrites.flatMap(({ finding }) =>
      movedTo(finding.launch.range[0], edits).map((offset) => [offset, finding] as const),
    ),
  );
  const [left] = recheck(
    launchesAt(places, after),
    after,
    { ...options, reach: options.reach === 'project' ? 'file' : options.reach },
    evaluation,
  );
  return left === undefined ? undefined : `would still lose the promise of \`${left.callee}(…)\``;
}

/** Calls that are where a rewritten launch was. */
function* launchesAt(places: ReadonlyMap<number, Finding>, source: Source): Generator<CallNode> {
  for (const call of outlineOf(source).calls) {
    const finding = places.get(call.range[0]);
    // A chain begins at the same offset as its first call, so the lengths are compared, too.
    if (
      finding !== undefined &&
      source.text.slice(...call.range).length === finding.launch.range[1] - finding.launch.range[0]
    )
      yield call;
  }
}
