import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../../syntax/source.ts';
import type { Argument, ClassOrInterface, Declared, Reading, Scope } from './declared.ts';
import { variableOf } from '../../syntax/binding.ts';
import { INSTANCE, stepInto } from '../value.ts';
import { isClass, isClassOrInterface } from './declared.ts';

/** No type arguments, where a type with parameters is named without any: then their defaults hold. */
export const NO_ARGUMENTS: readonly Argument[] = [];

/** All declarations of a class or interface that are one by their name: interfaces merge, with a class, too. */
export function mergedWith({ node, source }: Declared): readonly ClassOrInterface[] {
  if (!isClassOrInterface(node)) return [];
  const inner = node.id === null ? undefined : variableOf(node.id, source);
  // A class declares its name inside of itself, too.
  const variable = inner?.scope.block === node ? inner.scope.upper?.set.get(inner.name) : inner;
  const all = variable?.defs.flatMap(({ node: other }) => (isClassOrInterface(other) ? [other] : [])) ?? [];
  return all.includes(node) ? all : [node];
}

/** What a class extends, on the side that is meant, or what an interface extends; with the arguments given there. */
export function basesOf(declared: Declared, reading: Reading): Declared[] {
  return mergedWith(declared).flatMap((node) => {
    if (!isClass(node)) return node.extends.flatMap((base) => heritage(base, declared, reading));
    if (node.superClass === null) return [];
    const bases = reading.entity(node.superClass, declared.source);
    if (declared.side === undefined) return bases;
    const given = argumentsOf(node.superTypeArguments, declared.source, declared);
    return bases.flatMap((base) => reading.instances(base)).map((base) => withArguments(base, given));
  });
}

/** What a class says that it implements: asked only for what neither it nor its bases declare. */
export function implementedBy(declared: Declared, reading: Reading): Declared[] {
  if (!isClass(declared.node) || declared.side === undefined) return [];
  // Espree's trees have no `implements`.
  const written = (declared.node.implements as TSESTree.TSClassImplements[] | undefined) ?? [];
  return written.flatMap((base) => heritage(base, declared, reading));
}

function heritage(
  { expression, typeArguments }: TSESTree.TSInterfaceHeritage | TSESTree.TSClassImplements,
  declared: Declared,
  reading: Reading,
): Declared[] {
  const given = argumentsOf(typeArguments, declared.source, declared);
  return reading.entity(expression, declared.source).map((base) => withArguments(asInstance(base), given));
}

/** The type arguments that are written at a reference, to be read where it stands. */
export function argumentsOf(
  written: TSESTree.TSTypeParameterInstantiation | undefined,
  source: Source,
  { owner, given }: Scope,
): readonly Argument[] | undefined {
  return written?.params.map((node) => ({
    node,
    source,
    ...(owner !== undefined && { owner }),
    ...(given !== undefined && { given }),
  }));
}

/** A class, interface, alias or package's type with arguments for its parameters; anything else stays what it is. */
export function withArguments(declared: Declared, given: readonly Argument[] | undefined): Declared {
  if (given === undefined) return declared;
  const { external, node } = declared;
  if (external !== undefined) return given.length === 0 ? declared : { ...declared, external: { ...external, given } };
  return isClassOrInterface(node) || node.type === 'TSTypeAliasDeclaration' ? { ...declared, given } : declared;
}

/** Of a class, its instances; of a package's class or type, a value of it. */
export function asInstance(declared: Declared): Declared {
  if (declared.external !== undefined) {
    return { ...declared, external: stepInto(declared.external, INSTANCE) };
  }
  return isClass(declared.node) ? { ...declared, side: 'instance' } : declared;
}

/** The place of a type parameter among those of a class, an interface or an alias; undefined for a function's. */
export function placeOfParameter(parameter: Node): number | undefined {
  const list = parameter.parent;
  const holder = list?.parent;
  if (list?.type !== 'TSTypeParameterDeclaration' || holder == null) return undefined;
  return isClassOrInterface(holder) || holder.type === 'TSTypeAliasDeclaration'
    ? list.params.indexOf(parameter as TSESTree.TSTypeParameter)
    : undefined;
}

/** The scope in which the members and signatures of a type are written. */
export function scopeIn(declared: Declared): Scope {
  return { owner: declared, ...(declared.given !== undefined && { given: declared.given }) };
}
