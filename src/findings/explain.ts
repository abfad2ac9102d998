import type { Launch } from '../promises/launch.ts';
import type { EdgeKind, FunctionKey, Nearest, ReachEvidence, ReachStep } from '../reach/index.ts';
import type { CallNode } from '../syntax/call.ts';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Finding, Origin } from './finding.ts';
import type { FindingContext } from './context.ts';
import type { Judgement } from './judge.ts';
import type { Options } from './options.ts';
import { runsInPage } from '../handlers/in-page.ts';
import { functionAt, nearestCallers } from '../reach/index.ts';
import { calleeText } from '../syntax/call.ts';
import { enclosingFunction, nameOf, qualifiedNameOf } from '../syntax/function.ts';
import { positionAt } from '../syntax/position.ts';
import { outlineOf } from '../syntax/walk.ts';
import { findUntracked } from './find-untracked.ts';
import { FORMS } from './forms.ts';
import { isHeartbeat } from './heartbeat.ts';
import { judgeLaunch } from './judge.ts';
import { contextOf } from './context.ts';
import { originsOf } from './origins.ts';
import { sinkTaking } from '../ownership/index.ts';

/** Everything that decides whether a call is reported. */
export interface Explanation {
  readonly callee: string;
  /** 1-based. */
  readonly column: number;
  /** The call's range in the text of its file. */
  readonly range: readonly [start: number, end: number];
  /** The handler that runs it; undefined if none does. */
  readonly origin: Origin | undefined;
  /** The calls from the handler to the function that contains the call. */
  readonly steps: readonly ShownStep[];
  /** If no handler runs it, the callers at which the search ends, nearest first. */
  readonly nearest: readonly NearestCaller[];
  /** Whether it launches; undefined if that is unknown. */
  readonly launch: Launch | undefined;
  /** The finding that names the call, as the launch or as the call that drops a callback's promise. */
  readonly finding: Finding | undefined;
  /** Why there is no finding; empty if there is one. */
  readonly silent: string;
}

/** A function, and the evidence that the one before it runs it. */
export interface ShownStep {
  readonly label: string;
  readonly path: string;
  /** Where the function begins, 1-based; undefined if its file can't be read. */
  readonly line: number | undefined;
  readonly by: EdgeKind;
  readonly evidence: ReachEvidence;
  /** The import that the call's name comes from. */
  readonly through?: string;
}

/** A caller beyond which nothing is known, prepared for display. */
export interface NearestCaller extends Pick<Nearest, 'path' | 'handler' | 'isServing' | 'gaps'> {
  /** Undefined for the top-level code of a file. */
  readonly label: string | undefined;
  readonly line: number | undefined;
  readonly steps: readonly ShownStep[];
}

const IN_PAGE = 'the server sends this code to a page, which runs it';

/** Explains each call that begins on a line (1-based), in source order, with the analysis of `findUntracked`. */
export function explainLine(source: Source, line: number, options: Options, evaluation: Evaluation): Explanation[] {
  const asked = outlineOf(source).calls.filter((call) => positionAt(source, call.range[0]).line === line);
  if (asked.length === 0) return [];
  const findings = findUntracked(source, options, evaluation);
  const origins = originsOf(source, evaluation, options, undefined, true);
  const context = contextOf(source, evaluation, options.reach);
  return asked.map((call) => {
    const origin = origins?.(call);
    const finding = findings.find((each) => isAbout(each, call));
    const isInPage = origin === undefined && runsInPage(call, source, evaluation);
    return {
      callee: calleeText(call),
      column: positionAt(source, call.range[0]).column,
      range: call.range,
      origin,
      steps: origin?.steps?.map((step) => shown(step, evaluation)) ?? [],
      nearest: origin === undefined && !isInPage ? nearestOf(call, source, evaluation, options) : [],
      launch: context.oracle.launchOf(call, source),
      finding,
      silent: finding !== undefined ? '' : isInPage ? IN_PAGE : silenceOf(call, origin, findings, context, options),
    };
  });
}

/** Whether a finding names a call: as its launch, or as what drops the promise of a callback. */
function isAbout({ form, launch, node, site }: Finding, call: CallNode): boolean {
  return launch === call || (FORMS[form].subject === 'dropping call' && (site === call || node === call));
}

function silenceOf(
  call: CallNode,
  origin: Origin | undefined,
  findings: readonly Finding[],
  context: FindingContext,
  options: Options,
): string {
  if (origin === undefined) return 'no handler runs it';
  const around = findings.find(({ node }) => node === call);
  if (around !== undefined) return `part of the finding on ${around.callee}`;
  if (options.evidence === 'sure' && origin.evidence !== 'sure')
    return 'a handler only likely runs it, and the option `evidence` accepts only what is sure';
  const judgement: Judgement = judgeLaunch(call, context, options);
  if ('escape' in judgement)
    return isHeartbeat(call, context.source, context.evaluation)
      ? 'in a timer that the same function clears'
      : `the form ${judgement.escape.form} is switched off`;
  const { silent, taker } = judgement;
  return taker !== undefined && sinkTaking(taker, context) !== undefined ? `tracked by ${calleeText(taker)}` : silent;
}

function nearestOf(call: CallNode, { path }: Source, evaluation: Evaluation, { reach }: Options): NearestCaller[] {
  const fn = enclosingFunction(call);
  // Callers from other files count only with this reach.
  if (fn === undefined || reach !== 'project') return [];
  return nearestCallers({ path, name: qualifiedNameOf(fn) }, evaluation).map(({ from, steps, ...more }) => ({
    ...more,
    ...(from === undefined ? { label: undefined, line: undefined } : placeOf(from, evaluation)),
    steps: steps.map((step) => shown(step, evaluation)),
  }));
}

function shown({ to, by, evidence, through }: ReachStep, evaluation: Evaluation): ShownStep {
  return { ...placeOf(to, evaluation), path: to.path, by, evidence, ...(through !== undefined && { through }) };
}

function placeOf(key: FunctionKey, { workspace }: Evaluation): { label: string; line: number | undefined } {
  const source = workspace.files.sourceAt(key.path);
  const node = source === undefined ? undefined : functionAt(key, source);
  return {
    label: (node === undefined ? undefined : nameOf(node)) ?? 'a function without a name',
    line: source === undefined || node === undefined ? undefined : positionAt(source, node.range[0]).line,
  };
}
