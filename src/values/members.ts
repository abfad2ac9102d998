import type { Member } from '../syntax/members.ts';
import type { Node } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Declared, Scope } from './types/index.ts';
import type { ClassValue, InstanceValue, Value } from './value.ts';
import { classMembersNamed } from '../syntax/members-named.ts';
import { assignedToThis } from '../syntax/members.ts';
import { isSignature, parameterTarget } from '../syntax/function.ts';
import { addedMember, addedToExports } from './added.ts';
import { memberBeside } from './declarations-beside.ts';
import { documentedAmong, documentedValue } from './documented.ts';
import { elementOf } from './elements.ts';
import { injectedField } from './injected.ts';
import { madeMember, setByMethods } from './made.ts';
import { objectMember } from './object-members.ts';
import { instanceOf } from './results.ts';
import { declaredAs, isMerged, typedMember, typedValue } from './types/index.ts';
import { oneOf, orInstances } from './unite.ts';
import { stepInto } from './value.ts';

/** The value of `value.name`, for every kind of value with members. */
export function memberOf(value: Value, name: string, evaluation: Evaluation): Value | undefined {
  switch (value.kind) {
    case 'external': {
      const held = value.holds?.get(name) ?? (/^\d+$/.test(name) ? value.holds?.get('*') : undefined);
      if (held !== undefined) return held;
      const beside = value.beside === undefined ? undefined : typedMember(value.beside, name, evaluation);
      return beside ?? stepInto(value, name);
    }
    case 'namespace':
      return evaluation.exported(value.source, name) ?? addedToExports(value.source, name, evaluation);
    case 'instance':
      return instanceMember(value, name, evaluation);
    case 'class':
      return classMember(value, name, { isStatic: true }, evaluation);
    case 'made':
      return madeMember(value, name, evaluation);
    case 'object':
      return (
        objectMember(value, name, evaluation) ??
        addedMember(value.node, value.source, name, 'members', evaluation) ??
        setByMethods(value, name, evaluation)
      );
    case 'typed':
      return typedMember(value.types, name, evaluation);
    case 'parameter':
      return { ...value, path: [...value.path, name] };
    case 'function':
      // `run.bind(self)` is still run; `call` and `apply` call it.
      if (name === 'bind' || name === 'call' || name === 'apply') return value;
      return value.types === undefined
        ? addedMember(value.node, value.source, name, 'members', evaluation)
        : typedMember(value.types, name, evaluation);
    case 'array': {
      const element = value.node.type === 'ArrayExpression' ? value.node.elements[Number(name)] : undefined;
      if (element == null) return /^\d+$/.test(name) ? elementOf(value, evaluation) : undefined;
      return element.type === 'SpreadElement' ? undefined : evaluation.expression(element, value.source);
    }
    default:
      return undefined;
  }
}

function instanceMember(value: InstanceValue, name: string, evaluation: Evaluation): Value | undefined {
  const { of, given, beside } = value;
  const declared: Declared = {
    node: of.node,
    source: of.source,
    side: 'instance',
    ...(given !== undefined && { given }),
  };
  const own =
    classMember(of, name, { isStatic: false, declared }, evaluation) ??
    // An interface of the same name may declare more members.
    (isMerged(declared) ? typedMember([declared], name, evaluation) : undefined) ??
    memberBeside(of, name, evaluation);
  const other = beside === undefined ? undefined : typedMember(beside, name, evaluation);
  if (own?.kind === 'instance') return orInstances(own, [() => other]);
  if (own?.kind !== 'function' || other?.kind !== 'function') return own ?? other;
  const both = (part: Value): Declared[] => declaredAs(part, of.node, of.source);
  return { ...own, types: [...both(own), ...both(other)] };
}

/** The queried side of a class; for an instance, also the scope of its types. */
interface Side {
  readonly isStatic: boolean;
  /** The class whose static member is queried, if it inherits that member. */
  readonly of?: ClassValue;
  readonly declared?: Declared;
}

/** How many levels of base classes are searched. A mixin may make a class that extends itself. */
const DEEPEST = 30;

function classMember(
  value: ClassValue,
  name: string,
  side: Side,
  evaluation: Evaluation,
  depth = 0,
): Value | undefined {
  const { node, source } = value;
  if (depth > DEEPEST) return undefined;
  if (side.isStatic && name === 'prototype') return { kind: 'instance', of: value };
  const first = classMembersNamed(node, name, side.isStatic, source).find(({ kind }) => kind !== 'setter');
  if (first !== undefined) return ownMember(first, value, side, evaluation);
  const assigned = side.isStatic ? undefined : assignedMember(value, name, evaluation);
  if (assigned !== undefined) return assigned;
  const added = addedMember(node, source, name, side.isStatic ? 'members' : 'prototype', evaluation);
  if (added !== undefined) return added;
  if (node.superClass === null) return undefined;
  const parent = evaluation.expression(node.superClass, source);
  if (parent === undefined) return undefined;
  if (parent.kind === 'class') return classMember(parent, name, inherited(value, parent, side), evaluation, depth + 1);
  const base = side.isStatic ? parent : instanceOf(parent, evaluation);
  const member = base === undefined ? undefined : evaluation.member(base, name);
  return side.isStatic && member?.kind === 'external' ? { ...member, by: side.of ?? value } : member;
}

/** The same side of the base class, with the type arguments from `extends Base<User>`. */
function inherited(value: ClassValue, parent: ClassValue, { isStatic, of, declared }: Side): Side {
  if (declared === undefined) return { isStatic, of: of ?? value };
  const { node, source } = value;
  const given = node.superTypeArguments?.params.map((argument) => ({
    node: argument,
    source,
    ...scopeOf(declared),
  }));
  return {
    isStatic,
    declared: {
      node: parent.node,
      source: parent.source,
      side: 'instance',
      ...(given !== undefined && { given }),
    },
  };
}

function scopeOf(declared: Declared): Scope {
  return { owner: declared, ...(declared.given !== undefined && { given: declared.given }) };
}

function ownMember(
  { name, kind, node, value, type }: Member,
  owner: ClassValue,
  { declared }: Side,
  evaluation: Evaluation,
): Value | undefined {
  const { source } = owner;
  const scope = declared === undefined ? undefined : scopeOf(declared);
  if (kind !== 'field') {
    if (value === undefined || !isSignature(value)) return undefined;
    const signature: Value = { kind: 'function', node: value, source, ...(scope !== undefined && { scope }) };
    return kind === 'getter' ? (documentedValue(node, source, evaluation) ?? evaluation.result(signature)) : signature;
  }
  const typed = (): Value | undefined => (type === undefined ? undefined : typeIn(type, owner, declared, evaluation));
  // A parameter of the constructor may receive any value of its type.
  if (node.type === 'TSParameterProperty' && type !== undefined)
    return typed() ?? evaluation.expression(parameterTarget(node), source);
  const initial = value === undefined ? undefined : evaluation.expression(value, source);
  if (initial !== undefined || type !== undefined) return initial ?? typed();
  if (node.type === 'TSParameterProperty') return evaluation.expression(parameterTarget(node), source);
  return (
    assignedMember(owner, name, evaluation) ??
    injectedField(owner, name, evaluation) ??
    documentedValue(node, source, evaluation)
  );
}

/** The value that the class's own code assigns: `this.name = …`. */
function assignedMember({ node, source }: ClassValue, name: string, evaluation: Evaluation): Value | undefined {
  const assigned = assignedToThis(node, source).get(name);
  return assigned === undefined
    ? undefined
    : (oneOf(assigned, source, evaluation) ?? documentedAmong(assigned, source, evaluation));
}

/** The value of a type written in a class. Without type arguments, the answer is remembered. */
function typeIn(
  type: Node,
  { source }: ClassValue,
  declared: Declared | undefined,
  evaluation: Evaluation,
): Value | undefined {
  return declared?.given === undefined
    ? evaluation.type(type, source)
    : typedValue(type, source, evaluation, scopeOf(declared));
}
