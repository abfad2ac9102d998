import type { Evaluation } from '../values/evaluation.ts';
import type { ExternalValue } from '../values/value.ts';
import type { Declared, Signature } from '../values/types/index.ts';
import type { Launch } from './launch.ts';
import { packageNameOf } from '../project/package.ts';
import {
  extendedBy,
  isPlainType,
  isPromiseType,
  membersOf,
  resultsOf,
  signaturesOf,
  typesOf,
  typesOfExternal,
} from '../values/types/index.ts';
import { parametersOf } from './overloads.ts';

type Verdict = Launch['verdict'];

/** What a signature says about its calls; undefined if its return type can't be followed. */
export function signatureVerdict(signature: Signature, evaluation: Evaluation): Verdict | undefined {
  const verdicts = verdictsOf(resultsOf(signature, evaluation), evaluation);
  if (verdicts.includes('lazy')) return 'lazy';
  if (verdicts.includes('promise')) return 'promise';
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === 'no') ? 'no' : undefined;
}

/**
 * What a signature gives in some calls in place of a promise: a value in `boolean | PromiseLike<unknown>`, nothing in
 * `Promise<Row> | undefined`.
 */
export function mixedWith(signature: Signature, evaluation: Evaluation): Launch['sometimes'] {
  const results = resultsOf(signature, evaluation);
  const verdicts = verdictsOf(results, evaluation);
  const plain = results.filter((_, index) => verdicts[index] === 'no');
  if (!verdicts.includes('promise') || plain.length === 0) return undefined;
  return plain.every(({ node }) => /^TS(?:Void|Undefined|Null)Keyword$/.test(node.type)) ? 'nothing' : 'value';
}

function verdictsOf(results: readonly Declared[], evaluation: Evaluation): (Verdict | undefined)[] {
  return results.map((result) => typeVerdict(result, evaluation, 0));
}

const DEEPEST = 10;

function typeVerdict(declared: Declared, evaluation: Evaluation, depth: number): Verdict | undefined {
  const { node, source, external } = declared;
  if (isPromiseType(declared)) return 'promise';
  if (external !== undefined) return externalVerdict(declared, external, evaluation, depth);
  if (isPlainType(node)) return 'no';
  if (node.type !== 'TSInterfaceDeclaration' && node.type !== 'ClassDeclaration' && node.type !== 'TSTypeLiteral')
    return undefined;
  const name = node.type === 'TSTypeLiteral' ? undefined : node.id?.name;
  const module = packageNameOf(source.path);
  const known =
    name === undefined || module === undefined ? undefined : catalogVerdict(module, [name, 'new'], evaluation);
  if (known !== undefined) return known;
  const bases = extendedBy(declared, evaluation).map((base) =>
    depth > DEEPEST ? undefined : typeVerdict(base, evaluation, depth + 1),
  );
  if (extendsPromise(declared) || bases.includes('promise')) return 'promise';
  if (bases.includes('lazy')) return 'lazy';
  return membersOf(declared, 'then', evaluation)
    .flatMap((then) => signaturesOf(then, evaluation))
    .some((then) => takesCallback(then, evaluation))
    ? 'promise'
    : 'no';
}

/** What the catalog says about values of a package's type. */
function catalogVerdict(module: string, steps: readonly string[], { catalog }: Evaluation): Verdict | undefined {
  if (catalog.thenables.find({ module, steps }) !== undefined) return 'no';
  return catalog.lazyTypes.find({ module, steps }) === undefined ? undefined : 'lazy';
}

/**
 * The same for a type that a user's file gets from a package, also by the package's typings; undefined without them.
 */
function externalVerdict(
  { source }: Declared,
  external: ExternalValue,
  evaluation: Evaluation,
  depth: number,
): Verdict | undefined {
  const known = catalogVerdict(external.module, external.steps, evaluation);
  if (known !== undefined || depth > DEEPEST) return known;
  const verdicts = typesOfExternal(external, source, evaluation).map((type) =>
    typeVerdict(type, evaluation, depth + 1),
  );
  const [first] = verdicts;
  return verdicts.find((verdict) => verdict === 'promise' || verdict === 'lazy') ?? first;
}

/** `interface Query extends Promise<Row[]>` */
function extendsPromise({ node, source }: Declared): boolean {
  const bases =
    node.type === 'TSInterfaceDeclaration'
      ? node.extends.map(({ expression }) => expression)
      : node.type === 'ClassDeclaration' && node.superClass !== null
        ? [node.superClass]
        : [];
  return bases.some((base) => isPromiseType({ node: base, source }));
}

/** typescript-eslint's rule for thenables: a `then` whose first parameter is a function. */
function takesCallback(signature: Signature, evaluation: Evaluation): boolean {
  const [first] = parametersOf(signature.node);
  const annotation = first !== undefined && 'typeAnnotation' in first ? first.typeAnnotation : undefined;
  return (
    annotation !== undefined &&
    typesOf(annotation.typeAnnotation, signature.source, evaluation, signature).some(
      (declared) => signaturesOf(declared, evaluation).length > 0,
    )
  );
}
