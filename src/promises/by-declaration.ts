import { basename } from 'node:path';
import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionValue } from '../values/value.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Signature } from '../values/types/index.ts';
import type { Launch } from './launch.ts';
import type { Given } from './overloads.ts';
import { isAsync } from '../syntax/compiled.ts';
import { isFunction } from '../syntax/function.ts';
import { jsdocOf, jsdocType } from '../syntax/jsdoc.ts';
import { positionAt } from '../syntax/position.ts';
import { signatureBeside } from '../values/declarations-beside.ts';
import { returnsOf } from '../values/results.ts';
import { isLikeSynchronousCallback } from './like-callback.ts';
import { fits, overloadsOf } from './overloads.ts';
import { signaturesOf } from '../values/types/index.ts';
import { signatureVerdict } from './verdict.ts';

/** What answers questions about a function. */
interface Asked {
  readonly evaluation: Evaluation;
  /** The oracle, asked about the values that the function returns. Undefined if the question leads back to itself. */
  readonly launchOf: (node: Node, source: Source) => Launch | undefined;
}

/**
 * What a function's declaration says about its calls: `async`, a return type, JSDoc, or returned values that launch.
 *
 * @param from - the file that asks, to tell `file` from `import`
 * @param given - the arguments of the call, to tell overloads apart; undefined if there is no call
 */
export function launchByDeclaration(
  value: FunctionValue,
  from: Source,
  asked: Asked,
  given?: Given,
): Launch | undefined {
  const signatures = signaturesSeen(value, asked.evaluation);
  if (signatures.length === 0)
    return signatureLaunch({ ...value.scope, node: value.node, source: value.source }, from, asked, given);
  const fitting = signatures
    .filter((signature) => given === undefined || fits(signature, given, asked.evaluation))
    .map((signature) => signatureLaunch(signature, from, asked, given));
  const [first] = fitting;
  return fitting.every((launch) => launch?.verdict === first?.verdict) ? first : undefined;
}

/** The signatures that callers see, if the function has overloads or a type; else none. */
function signaturesSeen({ node, source, scope, types }: FunctionValue, evaluation: Evaluation): Signature[] {
  if (types !== undefined) return types.flatMap((type) => signaturesOf(type, evaluation));
  return overloadsOf(node, source).map((overload) => ({ ...scope, node: overload, source }));
}

function signatureLaunch(signature: Signature, from: Source, asked: Asked, given: Given = []): Launch | undefined {
  const { node, source } = signature;
  const step = source.path === from.path ? 'file' : 'import';
  const at = (): string => `${basename(source.path)}:${positionAt(source, node.range[0]).line.toString()}`;
  const answer = (verdict: Launch['verdict'], how: string): Launch => ({
    verdict,
    evidence: { step, why: `${how} at ${at()}` },
  });
  if (isFunction(node)) {
    if (isAsync(node)) return answer('promise', 'declared async');
    // Calling a generator runs none of its body.
    if (node.generator) return answer('no', 'generator');
  }
  if (node.returnType !== undefined && (node.returnType as unknown) !== null) {
    const verdict = signatureVerdict(signature, asked.evaluation);
    if (verdict === 'promise')
      return isLikeSynchronousCallback(node, given, from, asked.launchOf)
        ? answer('no', 'returns what its callback returns')
        : answer('promise', 'declared to return a promise');
    if (verdict === 'lazy') return answer('lazy', 'declared to return a query that starts when it is awaited');
    if (verdict === 'no') return answer('no', 'declared to return no promise');
  }
  if (!isFunction(node)) return undefined;
  const comment = jsdocOf(node, source);
  const documented = comment === undefined ? undefined : jsdocType(comment, 'returns?');
  if (documented !== undefined && /^Promise(?:Like)?\b/.test(documented) && mayGive(node, source))
    return answer('promise', 'documented to return a promise');
  return returnedLaunch(node, source, asked, answer) ?? launchBeside(node, source, from, asked);
}

/** What the declarations beside compiled code say about a function that returns something unknown. */
function launchBeside(node: FunctionNode, source: Source, from: Source, asked: Asked): Launch | undefined {
  const declared = signatureBeside(node, source, asked.evaluation);
  return declared === undefined ? undefined : signatureLaunch(declared, from, asked);
}

/** Whether a function may return what its comment says. If it has a body and never returns a value, it doesn't. */
function mayGive(node: FunctionNode, source: Source): boolean {
  if (node.body.type !== 'BlockStatement' || returnsOf(node, source).length > 0) return true;
  // An empty body, or one that only throws, is meant to be overridden.
  return node.body.body.every(({ type }) => type === 'ThrowStatement');
}

function returnedLaunch(
  node: FunctionNode,
  source: Source,
  { launchOf }: Asked,
  answer: (verdict: Launch['verdict'], how: string) => Launch,
): Launch | undefined {
  const returned = returnsOf(node, source);
  if (returned.length === 0) return answer('no', 'returns nothing');
  for (const expression of returned) {
    const launch = launchOf(expression, source);
    if (launch?.verdict !== 'promise' && launch?.verdict !== 'lazy') continue;
    // A likely launch stays likely.
    return launch.evidence.step === 'name' ? launch : answer(launch.verdict, 'returns a promise');
  }
  return undefined;
}
