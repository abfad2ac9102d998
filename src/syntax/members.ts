import type { TSESTree } from '@typescript-eslint/types';
import type { ClassNode } from './class.ts';
import type { FunctionNode } from './function.ts';
import type { Node, Source } from './source.ts';
import { isPublic } from './class.ts';
import { classOfThis, thisOwner } from './function.ts';
import { keyName } from './literal.ts';
import { perSource } from './per-source.ts';
import { assignedValue } from './unwrap.ts';
import { walk } from './walk.ts';

/** A member of a class, an object literal, an interface or a type literal whose name is written out. */
export interface Member {
  readonly name: string;
  /** `field` is anything that holds a value: also `accessor x`, `constructor(private x: T)` and `{ x: 1 }`. */
  readonly kind: 'method' | 'getter' | 'setter' | 'field';
  /** The whole member. Its decorators and JSDoc are at this node. */
  readonly node: Node;
  /** The function or signature of a method or accessor, or a field's initial value. Undefined if there is none. */
  readonly value: Node | undefined;
  /** The type annotation of a field. */
  readonly type: Node | undefined;
  readonly isStatic: boolean;
  /** Whether others can reach it through an instance: it isn't static, private or protected. */
  readonly isPublic: boolean;
}

/**
 * The members of a class in source order, without its constructor; then those that the constructor's parameters
 * declare.
 */
export function classMembers({ body }: ClassNode): readonly Member[] {
  const members: Member[] = [];
  for (const element of body.body) {
    const member = elementMember(element);
    if (member !== undefined) members.push(member);
  }
  return [...members, ...parameterMembers(body)];
}

function elementMember(element: TSESTree.ClassElement): Member | undefined {
  if (element.type === 'StaticBlock' || element.type === 'TSIndexSignature') return undefined;
  const name = keyName(element.key, element.computed);
  if (name === undefined) return undefined;
  const common = { name, node: element, isStatic: element.static, isPublic: isPublic(element) };
  if (element.type === 'MethodDefinition' || element.type === 'TSAbstractMethodDefinition') {
    if (element.kind === 'constructor') return undefined;
    return { ...common, kind: methodKind(element.kind), value: element.value, type: undefined };
  }
  return { ...common, kind: 'field', value: element.value ?? undefined, type: typeBeside(element) };
}

function methodKind(kind: 'method' | 'get' | 'set'): 'method' | 'getter' | 'setter' {
  return kind === 'get' ? 'getter' : kind === 'set' ? 'setter' : 'method';
}

/** The type annotation of a node. Without one, ESLint's parsers set null or leave the key out. */
export function typeBeside(node: Node): Node | undefined {
  const annotation =
    'typeAnnotation' in node ? (node.typeAnnotation as TSESTree.TSTypeAnnotation | null | undefined) : undefined;
  return annotation?.typeAnnotation;
}

/** `constructor(private readonly mail: Mailer)` */
function parameterMembers(body: TSESTree.ClassBody): Member[] {
  return (constructorOf(body)?.params ?? []).flatMap((parameter): Member[] => {
    if (parameter.type !== 'TSParameterProperty') return [];
    const bare = parameter.parameter;
    const target = bare.type === 'AssignmentPattern' ? bare.left : bare;
    return [
      {
        name: target.name,
        kind: 'field',
        node: parameter,
        value: bare.type === 'AssignmentPattern' ? bare.right : undefined,
        type: typeBeside(target),
        isStatic: false,
        isPublic: (parameter.accessibility ?? 'public') === 'public',
      },
    ];
  });
}

/** The constructor's function. If it is overloaded, the one with a body. */
export function constructorOf({ body }: TSESTree.ClassBody): TSESTree.MethodDefinition['value'] | undefined {
  const signatures = body.flatMap((element) =>
    element.type === 'MethodDefinition' && element.kind === 'constructor' ? [element.value] : [],
  );
  return signatures.find(({ type }) => type === 'FunctionExpression') ?? signatures[0];
}

/**
 * What the code of a class, or of a function called with `new`, assigns with `this.name = value`. For each name, all
 * values in source order, those of the constructor first.
 */
export function assignedToThis(owner: ClassNode | FunctionNode, source: Source): ReadonlyMap<string, readonly Node[]> {
  return assignments(source).get(owner) ?? NOTHING_ASSIGNED;
}

const NOTHING_ASSIGNED: ReadonlyMap<string, readonly Node[]> = new Map();

const assignments = perSource(({ ast, text }) => {
  const byOwner = new Map<Node, Map<string, Node[]>>();
  if (!/\bthis\s*[.[][^;]*=/.test(text)) return byOwner;
  const add = (owner: Node, name: string, value: Node, isFirst: boolean): void => {
    const names = byOwner.get(owner) ?? new Map<string, Node[]>();
    byOwner.set(owner, names);
    const values = names.get(name) ?? [];
    names.set(name, values);
    if (isFirst) values.unshift(value);
    else values.push(value);
  };
  const inConstructors: [owner: Node, name: string, value: Node][] = [];
  walk(ast, (inner) => {
    if (inner.type !== 'AssignmentExpression' || inner.left.type !== 'MemberExpression') return;
    const { object, property, computed } = inner.left;
    const name = object.type === 'ThisExpression' ? keyName(property, computed) : undefined;
    const owner = name === undefined ? undefined : thisOwner(object);
    if (name === undefined || owner === undefined) return;
    const value = assignedValue(inner.right);
    const holder = classOfThis(object);
    if (holder === undefined) add(owner, name, value, false);
    else if (owner.parent?.type === 'MethodDefinition' && owner.parent.kind === 'constructor')
      inConstructors.push([holder.node, name, value]);
    else if (!holder.isStatic) add(holder.node, name, value, false);
  });
  for (const [owner, name, value] of inConstructors.reverse()) add(owner, name, value, true);
  return byOwner;
});

/** A part of an object literal: a member, or the expression that is spread. */
export type ObjectPart = Member | { readonly spread: TSESTree.Expression };

export function objectParts({ properties }: TSESTree.ObjectExpression): readonly ObjectPart[] {
  return properties.flatMap((property): ObjectPart[] => {
    if (property.type === 'SpreadElement') return [{ spread: property.argument }];
    const name = keyName(property.key, property.computed);
    if (name === undefined) return [];
    const kind =
      property.kind === 'get' ? 'getter' : property.kind === 'set' ? 'setter' : property.method ? 'method' : 'field';
    return [{ name, kind, node: property, value: property.value, type: undefined, isStatic: false, isPublic: true }];
  });
}

/** The members of an object literal, without those that it spreads. */
export function objectMembers(literal: TSESTree.ObjectExpression): readonly Member[] {
  return objectParts(literal).flatMap((part) => ('spread' in part ? [] : [part]));
}

/** The value that an object literal gives a name, the last if there are several. Accessors and spreads don't count. */
export function propertyValue(literal: TSESTree.ObjectExpression, name: string): Node | undefined {
  return objectMembers(literal).findLast(
    (member) => member.name === name && (member.kind === 'field' || member.kind === 'method'),
  )?.value;
}

/** The members of an interface or type literal; a method's value is its signature. */
export function typeMembers(elements: readonly TSESTree.TypeElement[]): readonly Member[] {
  return elements.flatMap((element): Member[] => {
    if (element.type !== 'TSMethodSignature' && element.type !== 'TSPropertySignature') return [];
    const name = keyName(element.key, element.computed);
    if (name === undefined) return [];
    const common = { name, node: element, isStatic: false, isPublic: true };
    if (element.type === 'TSPropertySignature')
      return [{ ...common, kind: 'field', value: undefined, type: element.typeAnnotation?.typeAnnotation }];
    return [{ ...common, kind: methodKind(element.kind), value: element, type: undefined }];
  });
}

/** The type of an index signature: `T` of `[key: string]: T`. Undefined without one. */
export function indexedType(elements: readonly (TSESTree.TypeElement | TSESTree.ClassElement)[]): Node | undefined {
  for (const element of elements)
    if (element.type === 'TSIndexSignature') return element.typeAnnotation?.typeAnnotation;
  return undefined;
}
