import { basename } from 'node:path';
import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionValue } from '../values/value.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Launch } from './launch.ts';
import type { Given } from './overloads.ts';
import { isFunction } from '../syntax/function.ts';
import { jsdocOf, jsdocType } from '../syntax/jsdoc.ts';
import { positionAt } from '../syntax/position.ts';
import { returnedExpressions } from '../values/results.ts';
import { fits, overloadsOf } from './overloads.ts';
import { isPlainType } from './plain-type.ts';

/**
 * What the declaration of a function says of its calls: `async`, a written return type, JSDoc, or returns that launch.
 *
 * @param launchOf - the oracle, for the function's own returns; answers undefined where the question leads back to
 *   itself
 * @param from - the file that asks, to tell `file` from `import`
 * @param given - the arguments of the call, to tell overloads apart; undefined when it is not at hand
 */
export function launchByDeclaration(
  value: FunctionValue,
  from: Source,
  evaluation: Evaluation,
  launchOf: (node: Node, source: Source) => Launch | undefined,
  given?: Given,
): Launch | undefined {
  const overloads = overloadsOf(value.node, value.source);
  if (overloads.length === 0) return signatureLaunch(value, from, evaluation, launchOf);
  const fitting = overloads
    .filter((node) => given === undefined || fits(node, value.source, given, evaluation))
    .map((node) => signatureLaunch({ ...value, node }, from, evaluation, launchOf));
  const [first] = fitting;
  return fitting.every((launch) => launch?.verdict === first?.verdict) ? first : undefined;
}

function signatureLaunch(
  value: FunctionValue,
  from: Source,
  evaluation: Evaluation,
  launchOf: (node: Node, source: Source) => Launch | undefined,
): Launch | undefined {
  const { node, source } = value;
  const step = source.path === from.path ? 'file' : 'import';
  const at = (): string => `${basename(source.path)}:${positionAt(source, node.range[0]).line.toString()}`;
  const answer = (verdict: Launch['verdict'], how: string): Launch => ({
    verdict,
    evidence: { step, why: `${how} at ${at()}` },
  });
  if (isFunction(node)) {
    // Calling a generator runs none of its body.
    if (node.generator) return answer('no', 'generator');
    if (node.async) return answer('promise', 'declared async');
  }
  const { returnType } = node;
  if (returnType !== undefined && (returnType as unknown) !== null) {
    const type = evaluation.type(returnType.typeAnnotation, source);
    if (type?.kind === 'promise') return answer('promise', 'declared to return a promise');
    if (isPlainType(returnType.typeAnnotation)) return answer('no', 'declared to return no promise');
  }
  if (!isFunction(node)) return undefined;
  const comment = jsdocOf(node, source);
  const documented = comment === undefined ? undefined : jsdocType(comment, 'returns?');
  if (documented !== undefined && /^Promise(?:Like)?\b/.test(documented))
    return answer('promise', 'documented to return a promise');
  return returnedLaunch(value, launchOf, answer);
}

function returnedLaunch(
  value: FunctionValue,
  launchOf: (node: Node, source: Source) => Launch | undefined,
  answer: (verdict: Launch['verdict'], how: string) => Launch,
): Launch | undefined {
  if (!isFunction(value.node)) return undefined;
  const returned = returnedExpressions(value.node);
  if (returned.length === 0) return answer('no', 'returns nothing');
  for (const expression of returned) {
    const launch = launchOf(expression, value.source);
    if (launch?.verdict === 'promise' || launch?.verdict === 'lazy') return answer(launch.verdict, 'returns a promise');
  }
  return undefined;
}
