import type { Launch } from '../promises/launch.ts';
import type { EdgeKind, FunctionKey, Nearest, ReachEvidence, ReachStep } from '../reach/index.ts';
import type { CallNode } from '../syntax/call.ts';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Finding, Origin } from './finding.ts';
import type { FindingContext } from './context.ts';
import type { Judgement } from './judge.ts';
import type { Options } from './options.ts';
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

/** All that decides whether a call is reported. */
export interface Explanation {
  readonly callee: string;
  /** 1-based. */
  readonly column: number;
  /** Of the call, in the text of its file. */
  readonly range: readonly [start: number, end: number];
  /** Who runs it; undefined when no handler does. */
  readonly origin: Origin | undefined;
  /** The calls from the handler to the function that it stands in. */
  readonly steps: readonly ShownStep[];
  /** Where no handler runs it: from where it is known to be called, the nearest first. */
  readonly nearest: readonly NearestCaller[];
  /** Whether it launches; undefined when that cannot be known. */
  readonly launch: Launch | undefined;
  /** What is reported of it or of the call around it that takes it. */
  readonly finding: Finding | undefined;
  /** Without a finding, why there is none. */
  readonly silent: string;
}

/** A function, and how it is known that the one before it runs it. */
export interface ShownStep {
  readonly label: string;
  readonly path: string;
  /** Where the function begins, 1-based; undefined where its file cannot be read. */
  readonly line: number | undefined;
  readonly by: EdgeKind;
  readonly evidence: ReachEvidence;
  /** The import that the call's name comes from. */
  readonly through?: string;
}

/** A caller beyond which nothing is known, in words. */
export interface NearestCaller extends Pick<Nearest, 'path' | 'handler' | 'isServing' | 'gaps'> {
  /** Undefined for the code of a file outside of its functions. */
  readonly label: string | undefined;
  readonly line: number | undefined;
  readonly steps: readonly ShownStep[];
}

/** Explains each call that begins on a line (1-based), in source order. It asks what `findUntracked` asks. */
export function explainLine(source: Source, line: number, options: Options, evaluation: Evaluation): Explanation[] {
  const asked = outlineOf(source).calls.filter((call) => positionAt(source, call.range[0]).line === line);
  if (asked.length === 0) return [];
  const findings = findUntracked(source, options, evaluation);
  const origins = originsOf(source, evaluation, options, undefined, true);
  const context = contextOf(source, evaluation, options.reach);
  return asked.map((call) => {
    const origin = origins?.(call);
    const finding = findings.find((each) => isAbout(each, call));
    return {
      callee: calleeText(call),
      column: positionAt(source, call.range[0]).column,
      range: call.range,
      origin,
      steps: origin?.steps?.map((step) => shown(step, evaluation)) ?? [],
      nearest: origin === undefined ? nearestOf(call, source, evaluation, options) : [],
      launch: context.oracle.launchOf(call, source),
      finding,
      silent: finding === undefined ? silenceOf(call, origin, findings, context, options) : '',
    };
  });
}

/** Whether a call is the one of a finding that is named: its launch, or what drops the promise of a callback. */
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
    return isHeartbeat(call, context.source)
      ? 'in a timer that the same function clears'
      : `the form ${judgement.escape.form} is switched off`;
  const { silent, taker } = judgement;
  return taker !== undefined && sinkTaking(taker, context) !== undefined ? `tracked by ${calleeText(taker)}` : silent;
}

function nearestOf(call: CallNode, { path }: Source, evaluation: Evaluation, { reach }: Options): NearestCaller[] {
  const fn = enclosingFunction(call);
  // With another reach, what calls the function is not asked.
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
