import type { Catalog } from '../catalog/lookup.ts';
import type { Launch } from '../promises/launch.ts';
import type { CallNode } from '../syntax/call.ts';
import type { Source } from '../syntax/source.ts';
import type { Finding, Origin } from './finding.ts';
import type { Options } from './options.ts';
import { standardCatalog } from '../catalog/lookup.ts';
import { calleeText } from '../syntax/call.ts';
import { positionAt } from '../syntax/position.ts';
import { outlineOf } from '../syntax/walk.ts';
import { findUntracked } from './find-untracked.ts';
import { judgeLaunch } from './judge.ts';
import { groundOf } from './make-ground.ts';
import { originsOf } from './origins.ts';

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
export function explainLine(source: Source, line: number, options: Options, catalog: Catalog = standardCatalog()): Explanation[] {
  const findings = findUntracked(source, options, catalog);
  const origins = originsOf(source, catalog, options);
  const ground = groundOf(source, catalog, options.reach);
  const onLine = (call: CallNode): boolean => positionAt(source.text, call.range[0]).line === line;
  return outlineOf(source).calls.filter(onLine).map((call) => {
    const origin = origins?.(call);
    const finding = findings.find(({ launch, node }) => launch === call || node === call);
    const judgement = origin === undefined ? { silent: 'run by no handler' } : judgeLaunch(call, origin, ground, options);
    return {
      callee: calleeText(call),
      column: positionAt(source.text, call.range[0]).column,
      origin,
      launch: ground.oracle.launchOf(call, source),
      finding,
      silent: 'silent' in judgement ? judgement.silent : 'the form is switched off',
    };
  });
}
