import type { TSESTree } from '@typescript-eslint/types';
import type { Evaluation } from './evaluation.ts';
import type { ClassValue, ObjectValue, TypedValue, Value } from './value.ts';
import { keyName } from '../syntax/literal.ts';
import { isSignature } from '../syntax/function.ts';
import { walk } from '../syntax/walk.ts';
import { stepInto } from './value.ts';

/** What `value.name` is, for every kind of value that has members. */
export function memberOf(value: Value, name: string, evaluation: Evaluation): Value | undefined {
  switch (value.kind) {
    case 'external':
      return stepInto(value, name);
    case 'namespace':
      return evaluation.exported(value.source, name);
    case 'instance':
      return classMember(value.of, name, false, evaluation);
    case 'class':
      return classMember(value, name, true, evaluation);
    case 'object':
      return objectMember(value, name, evaluation);
    case 'typed':
      return typedMember(value, name, evaluation);
    case 'parameter':
      return { ...value, path: [...value.path, name] };
    case 'function':
      // `run.bind(self)` is still run; `call` and `apply` call it.
      return name === 'bind' || name === 'call' || name === 'apply' ? value : undefined;
    case 'array': {
      const element = value.node.type === 'ArrayExpression' ? value.node.elements[Number(name)] : undefined;
      return element == null || element.type === 'SpreadElement'
        ? undefined
        : evaluation.expression(element, value.source);
    }
    default:
      return undefined;
  }
}

function classMember(value: ClassValue, name: string, isStatic: boolean, evaluation: Evaluation): Value | undefined {
  const { node, source } = value;
  for (const member of node.body.body) {
    if (member.type === 'StaticBlock' || member.type === 'TSIndexSignature') continue;
    if (member.static !== isStatic || keyName(member.key, member.computed) !== name) continue;
    if (member.type === 'MethodDefinition' || member.type === 'TSAbstractMethodDefinition') {
      const signature: Value = { kind: 'function', node: member.value, source };
      return member.kind === 'get' ? evaluation.result(signature) : signature;
    }
    return fieldValue(member, value, evaluation);
  }
  if (!isStatic) {
    const parameter = parameterProperty(node, name);
    if (parameter?.typeAnnotation !== undefined)
      return evaluation.type(parameter.typeAnnotation.typeAnnotation, source);
    const assigned = assignedField(node, name);
    if (assigned !== undefined) return evaluation.expression(assigned, source);
  }
  if (node.superClass === null) return undefined;
  const parent = evaluation.expression(node.superClass, source);
  if (parent?.kind === 'class') return classMember(parent, name, isStatic, evaluation);
  if (parent?.kind === 'external') return evaluation.member(isStatic ? parent : stepInto(parent, 'new'), name);
  return undefined;
}

function fieldValue(
  field: Exclude<
    TSESTree.ClassElement,
    { type: 'StaticBlock' | 'TSIndexSignature' | 'MethodDefinition' | 'TSAbstractMethodDefinition' }
  >,
  owner: ClassValue,
  evaluation: Evaluation,
): Value | undefined {
  const initial = field.value === null ? undefined : evaluation.expression(field.value, owner.source);
  if (initial !== undefined) return initial;
  if (field.typeAnnotation !== undefined && (field.typeAnnotation as unknown) !== null) {
    return evaluation.type(field.typeAnnotation.typeAnnotation, owner.source);
  }
  const name = keyName(field.key, field.computed);
  const assigned = name === undefined ? undefined : assignedField(owner.node, name);
  return assigned === undefined ? undefined : evaluation.expression(assigned, owner.source);
}

type ClassNode = ClassValue['node'];

function constructorOf(node: ClassNode): TSESTree.FunctionExpression | undefined {
  for (const member of node.body.body) {
    if (
      member.type === 'MethodDefinition' &&
      member.kind === 'constructor' &&
      member.value.type === 'FunctionExpression'
    )
      return member.value;
  }
  return undefined;
}

/** `constructor(private readonly mail: Mailer)`. */
function parameterProperty(node: ClassNode, name: string): TSESTree.Identifier | undefined {
  for (const parameter of constructorOf(node)?.params ?? []) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const target = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    if (target.name === name) return target;
  }
  return undefined;
}

/** The right side of the only `this.name = …` in the constructor. */
function assignedField(node: ClassNode, name: string): TSESTree.Expression | undefined {
  const found: TSESTree.Expression[] = [];
  const body = constructorOf(node)?.body;
  if (body === undefined || (body as unknown) === null) return undefined;
  walk(body, (inner) => {
    if (inner.type !== 'AssignmentExpression' || inner.left.type !== 'MemberExpression') return;
    if (inner.left.object.type === 'ThisExpression' && keyName(inner.left.property, inner.left.computed) === name)
      found.push(inner.right);
  });
  return found.length === 1 ? found[0] : undefined;
}

function objectMember(value: ObjectValue, name: string, evaluation: Evaluation): Value | undefined {
  for (const property of [...value.node.properties].reverse()) {
    if (property.type === 'SpreadElement') {
      const spread = evaluation.expression(property.argument, value.source);
      const found = spread === undefined ? undefined : evaluation.member(spread, name);
      if (found !== undefined) return found;
    } else if (keyName(property.key, property.computed) === name) {
      const member = evaluation.expression(property.value, value.source);
      return property.kind === 'get' && member !== undefined ? evaluation.result(member) : member;
    }
  }
  return undefined;
}

function typedMember(value: TypedValue, name: string, evaluation: Evaluation): Value | undefined {
  const members = value.node.type === 'TSInterfaceDeclaration' ? value.node.body.body : value.node.members;
  for (const member of members) {
    if (member.type !== 'TSMethodSignature' && member.type !== 'TSPropertySignature') continue;
    if (keyName(member.key, member.computed) !== name) continue;
    if (isSignature(member)) return { kind: 'function', node: member, source: value.source };
    if (member.typeAnnotation !== undefined) {
      return evaluation.type(member.typeAnnotation.typeAnnotation, value.source);
    }
  }
  if (value.node.type !== 'TSInterfaceDeclaration') return undefined;
  for (const { expression } of value.node.extends) {
    const parent = evaluation.type(expression, value.source);
    const found = parent === undefined ? undefined : evaluation.member(parent, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
