import type { Launch } from '../promises/launch.ts';
import type { CallNode } from '../syntax/call.ts';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Finding, Origin } from './finding.ts';
import type { FindingContext } from './context.ts';
import type { Judgement } from './judge.ts';
import type { Options } from './options.ts';
import { calleeText } from '../syntax/call.ts';
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
  /** Who runs it; undefined when no handler does. */
  readonly origin: Origin | undefined;
  /** Whether it launches; undefined when that cannot be known. */
  readonly launch: Launch | undefined;
  /** What is reported of it or of the call around it that takes it. */
  readonly finding: Finding | undefined;
  /** Without a finding, why there is none. */
  readonly silent: string;
}

/** Explains each call that begins on a line (1-based), in source order. It asks what `findUntracked` asks. */
export function explainLine(source: Source, line: number, options: Options, evaluation: Evaluation): Explanation[] {
  const findings = findUntracked(source, options, evaluation);
  const origins = originsOf(source, evaluation, options);
  const context = contextOf(source, evaluation, options.reach);
  return outlineOf(source).calls.flatMap((call) => {
    const { line: begins, column } = positionAt(source, call.range[0]);
    if (begins !== line) return [];
    const origin = origins?.(call);
    const judgement: Judgement =
      origin === undefined ? { silent: 'run by no handler' } : judgeLaunch(call, context, options);
    return [
      {
        callee: calleeText(call),
        column,
        origin,
        launch: context.oracle.launchOf(call, source),
        finding: findings.find(
          ({ form, launch, node, site }) =>
            launch === call || node === call || (FORMS[form].subject === 'dropping call' && site === call),
        ),
        silent: silenceOf(call, judgement, context),
      },
    ];
  });
}

function silenceOf(call: CallNode, judgement: Judgement, context: FindingContext): string {
  if ('escape' in judgement)
    return isHeartbeat(call, context.source)
      ? 'in a timer that the same function takes back'
      : 'the form is switched off';
  const { silent, taker } = judgement;
  return taker !== undefined && sinkTaking(taker, context) !== undefined ? `tracked by ${calleeText(taker)}` : silent;
}
