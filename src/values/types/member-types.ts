import type { TSESTree } from '@typescript-eslint/types';
import type { ClassNode } from '../../syntax/class.ts';
import type { Member } from '../../syntax/members.ts';
import type { Declared, Reading } from './declared.ts';
import { isSignature } from '../../syntax/function.ts';
import { classMembersNamed, typeMembersNamed } from '../../syntax/members-named.ts';
import { assignedToThis, indexedType } from '../../syntax/members.ts';
import { stepInto } from '../value.ts';
import { asInstance, basesOf, implementedBy, mergedWith, scopeIn } from './bases.ts';
import { isClass } from './declared.ts';
import { followAlias } from './written.ts';

/** The members with a name; several for overloads. Inherited ones count only if the type has none itself. */
export function memberTypes(declared: Declared, name: string, reading: Reading): Declared[] {
  const { node, source, external } = declared;
  if (name === 'prototype' && isClassSide(declared)) return [asInstance(declared)];
  if (external !== undefined) return [{ ...declared, external: stepInto(external, name) }];
  // Calling `run.call` calls run.
  if (isSignature(node)) return name === 'call' || name === 'apply' ? [declared] : [];
  switch (node.type) {
    case 'Program':
    case 'TSModuleDeclaration':
      return reading.exported(node, source, name);
    case 'TSTypeAliasDeclaration':
      return followAlias(declared, reading).flatMap((type) => reading.members(type, name));
    case 'TSTypeLiteral': {
      const own = ownMembers(node, name, declared, reading);
      return own.length > 0 ? own : indexed(node.members, declared, reading);
    }
    case 'TSInterfaceDeclaration':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return classOrInterfaceMembers(declared, name, reading);
    case 'ObjectExpression':
      return reading.ofValue(reading.evaluation.member({ kind: 'object', node, source }, name), node, source);
    default:
      return elementTypes(declared, name, reading);
  }
}

/** Whether `prototype` names the instances of a type: of a class itself, also of a package's. */
function isClassSide({ node, side, external }: Declared): boolean {
  return external !== undefined || (isClass(node) && side === undefined);
}

function classOrInterfaceMembers(declared: Declared, name: string, reading: Reading): Declared[] {
  const parts = mergedWith(declared);
  const own = parts.flatMap((part) => ownMembers(part, name, declared, reading));
  if (own.length > 0) return own;
  const inherited = basesOf(declared, reading).flatMap((base) => reading.members(base, name));
  if (inherited.length > 0) return inherited;
  const byIndex = parts.flatMap(({ body }) => indexed(body.body, declared, reading));
  return byIndex.length > 0 ? byIndex : implementedBy(declared, reading).flatMap((base) => reading.members(base, name));
}

function ownMembers(
  part: TSESTree.TSTypeLiteral | ReturnType<typeof mergedWith>[number],
  name: string,
  declared: Declared,
  reading: Reading,
): Declared[] {
  if (isClass(part)) {
    const found = classMembersNamed(part, name, declared.side === undefined, declared.source);
    if (found.length === 0) return declared.side === undefined ? [] : assignedMember(part, name, declared, reading);
    const overloads = found.filter(({ value }) => value?.type === 'TSEmptyBodyFunctionExpression');
    return (overloads.length > 0 ? overloads : found).flatMap((member) =>
      member.kind === 'field' && member.type === undefined && member.value === undefined
        ? assignedMember(part, name, declared, reading)
        : oneMember(member, declared, reading),
    );
  }
  // An interface that merges with a class declares members of its instances.
  if (isClass(declared.node) && declared.side === undefined) return [];
  return typeMembersNamed(part, name, declared.source).flatMap((member) => oneMember(member, declared, reading));
}

/** The values that a class assigns in its own code: `this.x = …`. */
function assignedMember(part: ClassNode, name: string, { source }: Declared, reading: Reading): Declared[] {
  return (assignedToThis(part, source).get(name) ?? []).flatMap((value) =>
    reading.ofValue(reading.evaluation.expression(value, source), value, source),
  );
}

function oneMember({ kind, value, type }: Member, declared: Declared, reading: Reading): Declared[] {
  const { source } = declared;
  const scope = scopeIn(declared);
  if (kind === 'setter') return [];
  if (kind === 'method') return value === undefined ? [] : [{ ...scope, node: value, source }];
  if (kind === 'getter') return value === undefined ? [] : reading.results({ ...scope, node: value, source });
  if (type !== undefined) return reading.types(type, source, scope);
  return value === undefined ? [] : reading.ofValue(reading.evaluation.expression(value, source), value, source);
}

/** `[key: string]: T` */
function indexed(
  elements: readonly (TSESTree.TypeElement | TSESTree.ClassElement)[],
  declared: Declared,
  reading: Reading,
): Declared[] {
  const type = indexedType(elements);
  return type === undefined ? [] : reading.types(type, declared.source, scopeIn(declared));
}

/** The elements of an array, a tuple, a `Record`, or the parameters of a function. */
function elementTypes(declared: Declared, name: string, reading: Reading): Declared[] {
  const { node, source } = declared;
  const isIndex = /^\d+$/.test(name);
  if (node.type === 'TSArrayType') return isIndex ? reading.types(node.elementType, source, declared) : [];
  if (node.type === 'TSTupleType') {
    const element = isIndex ? node.elementTypes[Number(name)] : undefined;
    return element === undefined ? [] : reading.types(element, source, declared);
  }
  if (node.type !== 'TSTypeReference' || node.typeName.type !== 'Identifier') return [];
  const [first, second] = node.typeArguments?.params ?? [];
  switch (node.typeName.name) {
    case 'Record':
      return second === undefined ? [] : reading.types(second, source, declared);
    case 'Array':
    case 'ReadonlyArray':
      return first === undefined || !isIndex ? [] : reading.types(first, source, declared);
    case 'Parameters':
      return first === undefined || !isIndex
        ? []
        : reading
            .types(first, source, declared)
            .flatMap((type) => reading.signatures(type))
            .flatMap((signature) => parameterTypes(signature.node.params[Number(name)], signature, reading));
    default:
      return [];
  }
}

function parameterTypes(parameter: TSESTree.Parameter | undefined, signature: Declared, reading: Reading): Declared[] {
  const annotation = parameter !== undefined && 'typeAnnotation' in parameter ? parameter.typeAnnotation : undefined;
  return annotation === undefined ? [] : reading.types(annotation.typeAnnotation, signature.source, signature);
}
