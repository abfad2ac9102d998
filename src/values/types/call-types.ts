import type { TSESTree } from '@typescript-eslint/types';
import type { Declared, Reading, Signature } from './declared.ts';
import { variableOf } from '../../syntax/binding.ts';
import { isAsync } from '../../syntax/compiled.ts';
import { isFunction, isSignature } from '../../syntax/function.ts';
import { CALL, INSTANCE, stepInto } from '../value.ts';
import { asInstance, basesOf, mergedWith, scopeIn } from './bases.ts';
import { isClass } from './declared.ts';
import { followAlias } from './written.ts';

/** Whether a type is a promise: the global `Promise` or `PromiseLike`, or the result of an async function. */
export function isPromiseType({ node, source, external, promised }: Declared): boolean {
  if (promised === true) return true;
  const name = node.type === 'TSTypeReference' ? node.typeName : node.type === 'Identifier' ? node : undefined;
  return (
    external === undefined &&
    name?.type === 'Identifier' &&
    (name.name === 'Promise' || name.name === 'PromiseLike') &&
    variableOf(name, source) === undefined
  );
}

/** The declarations of a value once it is awaited. */
export function awaitedTypes({ promised, ...declared }: Declared, reading: Reading): Declared[] {
  if (promised === true || !isPromiseType(declared)) return [declared];
  const { node, source } = declared;
  const [argument] = node.type === 'TSTypeReference' ? (node.typeArguments?.params ?? []) : [];
  return argument === undefined
    ? []
    : reading.types(argument, source, declared).flatMap((type) => reading.awaited(type));
}

/** The call signatures of a value, each in the scope of its declaration. */
export function signatureTypes(
  declared: Declared,
  reading: Reading,
  followExternal: (declared: Declared) => Declared[],
): Signature[] {
  const { node, source } = declared;
  const all = (types: readonly Declared[]): Signature[] => types.flatMap((type) => reading.signatures(type));
  if (declared.external !== undefined) return all(followExternal(declared));
  if (isSignature(node)) return [{ ...declared, node }];
  if (node.type === 'TSTypeAliasDeclaration') return all(followAlias(declared, reading));
  const scope = scopeIn(declared);
  const own = elementsOf(declared).flatMap((member): Signature[] =>
    member.type === 'TSCallSignatureDeclaration' ? [{ ...scope, node: member, source }] : [],
  );
  return own.length > 0 || node.type !== 'TSInterfaceDeclaration' ? own : all(basesOf(declared, reading));
}

/** The result of a call. If the signature has no return type, the function's own code decides. */
export function resultTypes(declared: Declared, reading: Reading): Declared[] {
  const { node, source, external } = declared;
  if (external !== undefined) return [{ ...declared, external: stepInto(external, CALL) }];
  if (!isSignature(node)) return reading.signatures(declared).flatMap((signature) => reading.results(signature));
  const { returnType } = node;
  if (returnType !== undefined && (returnType as unknown) !== null)
    return reading.types(returnType.typeAnnotation, source, declared);
  if (!isFunction(node)) return [];
  const found = reading.ofValue(reading.evaluation.result({ kind: 'function', node, source }), node.body, source);
  if (!isAsync(node)) return found;
  const awaited = found.length > 0 ? found : [{ node: node.body, source }];
  return awaited.map((type) => ({ ...type, promised: true }));
}

/** The result of `new` on a value. */
export function instanceTypes(declared: Declared, reading: Reading): Declared[] {
  const { node, source, external } = declared;
  if (external !== undefined) return [{ ...declared, external: stepInto(external, INSTANCE) }];
  if (isClass(node)) return [asInstance(declared)];
  if (node.type === 'TSTypeAliasDeclaration')
    return followAlias(declared, reading).flatMap((type) => reading.instances(type));
  const scope = scopeIn(declared);
  const constructors = node.type === 'TSConstructorType' ? [node] : elementsOf(declared);
  const made = constructors.flatMap((member) =>
    (member.type === 'TSConstructSignatureDeclaration' || member.type === 'TSConstructorType') &&
    member.returnType !== undefined
      ? reading.types(member.returnType.typeAnnotation, source, node.type === 'TSConstructorType' ? declared : scope)
      : [],
  );
  // Values of a package's type are queried in the same way, so a type without constructors stands for itself.
  return made.length > 0 ? made : [declared];
}

function elementsOf(declared: Declared): readonly TSESTree.TypeElement[] {
  if (declared.node.type === 'TSTypeLiteral') return declared.node.members;
  return declared.node.type === 'TSInterfaceDeclaration'
    ? mergedWith(declared).flatMap((part) => (isClass(part) ? [] : part.body.body))
    : [];
}
