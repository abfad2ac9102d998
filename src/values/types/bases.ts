import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../../syntax/source.ts';
import type { Argument, ClassOrInterface, Declared, Reading, Scope } from './declared.ts';
import { variableOf } from '../../syntax/binding.ts';
import { INSTANCE, stepInto } from '../value.ts';
import { isClass, isClassOrInterface } from './declared.ts';

/** For a type with parameters that is named without arguments: their defaults apply. */
export const NO_ARGUMENTS: readonly Argument[] = [];

/** All declarations that merge into one class or interface: interfaces of the same name, and a class with them. */
export function mergedWith({ node, source }: Declared): readonly ClassOrInterface[] {
  if (!isClassOrInterface(node)) return [];
  const inner = node.id === null ? undefined : variableOf(node.id, source);
  // A class also declares its name inside itself.
  const variable = inner?.scope.block === node ? inner.scope.upper?.set.get(inner.name) : inner;
  const all = variable?.defs.flatMap(({ node: other }) => (isClassOrInterface(other) ? [other] : [])) ?? [];
  return all.includes(node) ? all : [node];
}

/** The bases of a class, on its given side, or of an interface, with the type arguments given there. */
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

/** The interfaces that a class implements. They are asked only for members that neither it nor its bases declare. */
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

/** The type arguments at a reference, with the scope to read them in. */
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

/** A class, interface, alias or package's type with type arguments. Anything else stays unchanged. */
export function withArguments(declared: Declared, given: readonly Argument[] | undefined): Declared {
  if (given === undefined) return declared;
  const { external, node } = declared;
  if (external !== undefined) return given.length === 0 ? declared : { ...declared, external: { ...external, given } };
  return isClassOrInterface(node) || node.type === 'TSTypeAliasDeclaration' ? { ...declared, given } : declared;
}

/** The instances of a class; a value of a package's class or type. Anything else stays unchanged. */
export function asInstance(declared: Declared): Declared {
  if (declared.external !== undefined) {
    return { ...declared, external: stepInto(declared.external, INSTANCE) };
  }
  return isClass(declared.node) ? { ...declared, side: 'instance' } : declared;
}

/** The index of a type parameter in a class, an interface or an alias; undefined for one of a function. */
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
