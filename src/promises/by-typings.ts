import { basename } from 'node:path';
import type { SignatureNode } from '../syntax/function.ts';
import type { Source } from '../syntax/source.ts';
import type { Declared } from '../values/declarations.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Value } from '../values/value.ts';
import type { Launch } from './launch.ts';
import type { Given } from './overloads.ts';
import { packageNameOf } from '../project/package.ts';
import { positionAt } from '../syntax/position.ts';
import {
  entityDeclarations,
  isPromiseType,
  membersNamed,
  resultsOf,
  signaturesOf,
  typeDeclarations,
} from '../values/declarations.ts';
import { declaredBy } from '../values/typings.ts';
import { fits, parametersOf } from './overloads.ts';
import { isPlainType } from './plain-type.ts';

type Signature = Declared & { readonly node: SignatureNode };

/**
 * What the typings of a package say of a call of it: `declared to return a promise at index.d.ts:12 of acme-mail`.
 * Undefined where they do not say, or where overloads that the arguments do not tell apart disagree.
 *
 * @param callee - what is called
 * @param given - the arguments of the call; undefined when it is not at hand, as of a function passed by its name
 * @param from - the file that asks
 */
export function launchByTypings(
  callee: Value | undefined,
  given: Given | undefined,
  from: Source,
  evaluation: Evaluation,
): Launch | undefined {
  if (callee?.kind !== 'external') return undefined;
  const signatures = declaredBy(callee, from, evaluation)
    .flatMap((declared) => signaturesOf(evaluation, declared))
    .filter((signature) => given === undefined || fits(signature.node, signature.source, given, evaluation));
  const [first] = signatures;
  if (first === undefined) return undefined;
  const verdicts = new Set(signatures.map((signature) => signatureVerdict(signature, evaluation)));
  const [verdict] = verdicts;
  if (verdict === undefined || verdicts.size > 1) return undefined;
  const { source, node } = first;
  const at = `${basename(source.path)}:${positionAt(source, node.range[0]).line.toString()} of ${packageNameOf(source.path) ?? callee.module}`;
  return {
    verdict,
    evidence: {
      step: 'typings',
      why: `declared to return ${verdict === 'no' ? 'no promise' : verdict === 'lazy' ? 'a query that starts when it is awaited' : 'a promise'} at ${at}`,
    },
  };
}

function signatureVerdict(signature: Signature, evaluation: Evaluation): Launch['verdict'] | undefined {
  const verdicts = resultsOf(evaluation, signature).map((result) => typeVerdict(result, evaluation));
  if (verdicts.includes('lazy')) return 'lazy';
  if (verdicts.includes('promise')) return 'promise';
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === 'no') ? 'no' : undefined;
}

function typeVerdict(declared: Declared, evaluation: Evaluation): Launch['verdict'] | undefined {
  const { node, source } = declared;
  const { catalog } = evaluation;
  if (isPromiseType(declared)) return 'promise';
  if (isPlainType(node)) return 'no';
  if (node.type !== 'TSInterfaceDeclaration' && node.type !== 'ClassDeclaration' && node.type !== 'TSTypeLiteral')
    return undefined;
  const name = node.type === 'TSTypeLiteral' ? undefined : node.id?.name;
  const module = packageNameOf(source.path);
  if (name !== undefined && module !== undefined) {
    const value = { module, steps: [name, 'new'] };
    if (catalog.thenables.find(value) !== undefined) return 'no';
    if (catalog.lazyTypes.find(value) !== undefined) return 'lazy';
  }
  if (extendsPromise(declared, evaluation)) return 'promise';
  return membersNamed(evaluation, declared, 'then')
    .flatMap((then) => signaturesOf(evaluation, then))
    .some((signature) => takesCallback(signature, evaluation))
    ? 'promise'
    : 'no';
}

/** `interface Query extends Promise<Row[]>` */
function extendsPromise({ node, source }: Declared, evaluation: Evaluation, depth = 0): boolean {
  const bases =
    node.type === 'TSInterfaceDeclaration'
      ? node.extends.map(({ expression }) => expression)
      : node.type === 'ClassDeclaration' && node.superClass !== null
        ? [node.superClass]
        : [];
  return bases.some(
    (base) =>
      isPromiseType({ node: base, source }) ||
      entityDeclarations(evaluation, base, source).some(
        (declared) => depth < 10 && extendsPromise(declared, evaluation, depth + 1),
      ),
  );
}

/** typescript-eslint's rule for thenables: a `then` whose first parameter is a function. */
function takesCallback({ node, source }: Signature, evaluation: Evaluation): boolean {
  const [first] = parametersOf(node);
  const annotation = first !== undefined && 'typeAnnotation' in first ? first.typeAnnotation : undefined;
  return (
    annotation !== undefined &&
    typeDeclarations(evaluation, annotation.typeAnnotation, source).some(
      (declared) => signaturesOf(evaluation, declared).length > 0,
    )
  );
}
