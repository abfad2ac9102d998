import type { Edit } from '../../src/rewriting/edit.ts';
import type { Finding, Origin } from '../../src/findings/finding.ts';
import type { Setup } from '../../src/findings/setup.ts';
import type { UserOptions } from '../../src/findings/options.ts';
import type { Launch } from '../../src/promises/launch.ts';
import type { Rewrite } from '../../src/rewriting/rewrite.ts';
import type { Source } from '../../src/syntax/source.ts';
import { FORMS } from '../../src/findings/forms.ts';
import { renderExplanation } from '../../src/cli/output/explanation.ts';
import { HANDLER_WORDS, REMEDY_WORDS, STEP_WORDS } from '../../src/cli/output/words.ts';
import { explainLine } from '../../src/findings/explain.ts';
import { findUntracked } from '../../src/findings/find-untracked.ts';
import { setUp } from '../../src/findings/setup.ts';
import { messageOf } from '../../src/findings/wording.ts';
import { relative } from 'node:path';
import type { Workspace } from '../../src/project/workspace.ts';
import { DEFAULT_NAMES } from '../../src/rewriting/name-style.ts';
import { planSource } from '../../src/rewriting/plan-source.ts';
import { rewritesFor } from '../../src/rewriting/plan.ts';
import { trackerFor } from '../../src/rewriting/tracker-for.ts';
import { positionAt } from '../../src/syntax/position.ts';

/** Text without colors, for the terminal's functions. */
const PLAIN = { bold: String, dim: String };

/** A call, in the words of `fire-task explain`. */
export interface ShownCall {
  readonly callee: string;
  readonly line: number;
  readonly handler: string;
  readonly launch: string;
  readonly owner: string;
}

/** A finding: the rule's report, and the codemod's result. */
export interface ShownFinding extends ShownCall {
  readonly form: string;
  readonly message: string;
  /** The range that is reported. */
  readonly from: number;
  readonly to: number;
  readonly isRewritten: boolean;
  /** What the codemod does, or why it does nothing. */
  readonly remedy: string;
  /** The quick fixes of the rule. */
  readonly fixes: readonly { readonly label: string; readonly edits: readonly Edit[] }[];
}

/** The results for one file. */
export interface Account {
  readonly findings: readonly ShownFinding[];
  /** The text that the codemod writes. */
  readonly output: string;
  /** The helper that it also writes, as a path in the package; undefined if none is needed. */
  readonly helper?: string;
}

/** What the rule and the codemod say about a file. Calls the same functions as they do. */
export function accountOf(source: Source, workspace: Workspace, rule: UserOptions = {}): Account {
  const { options, evaluation } = setUp(workspace, rule, undefined);
  const { plan, home } = planSource(source, workspace, { rule });
  const reference = trackerFor(source, workspace, options.tracker).reference;
  const rewriting = {
    get tracker() {
      return reference();
    },
    names: DEFAULT_NAMES,
    evaluation,
  };
  const rewrites = new Map(plan.rewrites.map((rewrite) => [rewrite.finding.launch.range[0], rewrite]));
  const skips = new Map(plan.skips.map(({ finding, reason }) => [finding.launch.range[0], reason]));
  const findings = findUntracked(source, options, evaluation).map((finding): ShownFinding => {
    const [from, to] = finding.node.range;
    const rewrite = rewrites.get(finding.launch.range[0]);
    return {
      ...callOf(finding.callee, positionAt(source, from).line, finding.origin, {
        verdict: 'promise',
        evidence: finding.evidence,
      }),
      owner: ownerOf(finding),
      form: finding.form,
      message: messageOf(finding),
      from,
      to,
      isRewritten: rewrite !== undefined,
      remedy: rewrite === undefined ? (skips.get(finding.launch.range[0]) ?? '') : remedyOf(rewrite),
      fixes: rewritesFor(finding, source, rewriting).map((fix) => ({
        label: fix.tracked ? 'Track it' : fix.remedy === 'return' ? 'Return it' : 'Await it',
        edits: fix.edits,
      })),
    };
  });
  return {
    findings,
    output: plan.output,
    ...(home !== undefined && { helper: relative(workspace.packages.of(source.path).root, home.path) }),
  };
}

/** The calls on a line. */
export interface LineAccount {
  /** Each call that is not reported, and the reason. */
  readonly silent: readonly ShownCall[];
  /** What `fire-task explain` prints about all of them. */
  readonly explained: string;
}

export function accountOfLine(source: Source, { options, evaluation }: Setup, line: number, cwd: string): LineAccount {
  const explanations = explainLine(source, line, options, evaluation);
  return {
    silent: explanations
      .filter(({ finding }) => finding === undefined)
      .map(({ callee, origin, launch, silent }) => ({
        ...callOf(callee, line, origin, launch),
        owner: `not reported: ${silent}`,
      })),
    explained: explanations
      .map((explanation) => renderExplanation(explanation, source, line, options, { cwd, colors: PLAIN }))
      .join('\n\n'),
  };
}

function callOf(
  callee: string,
  line: number,
  origin: Origin | undefined,
  launch: Launch | undefined,
): Omit<ShownCall, 'owner'> {
  return {
    callee,
    line,
    handler: origin === undefined ? 'no handler reaches it' : handlerOf(origin),
    launch: launchOf(launch),
  };
}

function handlerOf({ handler, chain, others }: Origin): string {
  const through = chain.length === 0 ? '' : ` through ${chain.join(' → ')}`;
  const more = others === 0 ? '' : ` and ${others.toString()} more`;
  return `${handler.route}${through}${more} (${handler.framework}, known by ${HANDLER_WORDS[handler.by]})`;
}

function launchOf(launch: Launch | undefined): string {
  if (launch === undefined) return 'it cannot be known whether it launches';
  const { verdict, evidence } = launch;
  return `${verdict === 'no' ? 'no: ' : ''}${evidence.why} (known from ${STEP_WORDS[evidence.step]})`;
}

function ownerOf({ form }: Finding): string {
  return `nobody: ${FORMS[form].words.replaceAll('`', '')}`;
}

function remedyOf({ remedy, note }: Rewrite): string {
  return `${REMEDY_WORDS[remedy].replaceAll('`', '')}${note === undefined ? '' : `. ${note}`}`;
}
