import { basename } from 'node:path';
import type { Source } from '../syntax/source.ts';
import type { Value } from '../values/value.ts';
import type { Launch } from './launch.ts';
import type { Given } from './overloads.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { packageNameOf } from '../project/package.ts';
import { positionAt } from '../syntax/position.ts';
import { signaturesOf, typesOfExternal } from '../values/types/index.ts';
import { fits } from './overloads.ts';
import { mixedWith, signatureVerdict } from './verdict.ts';

const RETURNS: Readonly<Record<Launch['verdict'], string>> = {
  no: 'no promise',
  lazy: 'a query that starts when it is awaited',
  promise: 'a promise',
};

/**
 * What a package's typings say about a call: `declared to return a promise at index.d.ts:12 of acme-mail`. Undefined if
 * they don't say, or if overloads that the arguments don't tell apart disagree.
 *
 * @param callee - what is called
 * @param given - the arguments of the call; undefined if there is no call, as for a function passed by name
 * @param from - the file that asks
 */
export function launchByTypings(
  callee: Value | undefined,
  given: Given | undefined,
  from: Source,
  evaluation: Evaluation,
): Launch | undefined {
  if (callee?.kind !== 'external') return undefined;
  // The arguments of `run.call` are not those of `run`.
  const own = /^(?:call|apply)$/.test(callee.steps.at(-1) ?? '') ? undefined : given;
  const signatures = typesOfExternal(callee, from, evaluation)
    .flatMap((declared) => signaturesOf(declared, evaluation))
    .filter((signature) => own === undefined || fits(signature, own, evaluation));
  const [first] = signatures;
  if (first === undefined) return undefined;
  const verdicts = new Set(signatures.map((signature) => signatureVerdict(signature, evaluation)));
  const [verdict] = verdicts;
  if (verdict === undefined || verdicts.size > 1) return undefined;
  const mixed = verdict === 'promise' ? signatures.map((signature) => mixedWith(signature, evaluation)) : [];
  const sometimes = mixed.includes('value') ? 'value' : mixed.find((each) => each !== undefined);
  const { source, node } = first;
  const at =
    `${basename(source.path)}:${positionAt(source, node.range[0]).line.toString()} of ` +
    (packageNameOf(source.path) ?? callee.module);
  return {
    verdict,
    ...(sometimes !== undefined && { sometimes }),
    evidence: {
      step: 'typings',
      why: `declared to return ${RETURNS[verdict]} at ${at}`,
    },
  };
}
