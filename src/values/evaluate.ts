import type { Variable } from '../syntax/scopes/scope.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ClassValue, Value } from './value.ts';
import { definitionOf, variableOf, writesOf } from '../syntax/binding.ts';
import { propertyName } from '../syntax/call.ts';
import { classOfThis, isFunction, parameterTarget, thisOwner } from '../syntax/function.ts';
import { keyName, staticText } from '../syntax/literal.ts';
import { importedBy } from '../syntax/names.ts';
import { contains } from '../syntax/position.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { contextualParameter } from './contextual.ts';
import { memberOf } from './members.ts';
import { remembered } from './memory.ts';
import { exportOrigin, importOrigin, originValue } from './modules.ts';
import { instanceOf, resultOf } from './results.ts';
import { namedValue, typedValue } from './types/index.ts';
import { CALL, stepInto, TEMPLATE } from './value.ts';

/** Wires the parts of the layer together. */
export const evaluation: Evaluation = {
  expression: evaluate,
  type: (node, source) => remembered('types', node, source, () => typedValue(node, source, evaluation)),
  member: (value, name) => memberOf(value, name, evaluation),
  result: (value) => resultOf(value, evaluation),
  exported: (source, name) => originValue(exportOrigin(source, name, evaluation), evaluation),
  imported: (specifier, name, from) => originValue(importOrigin(specifier, name, from, evaluation), evaluation),
};

/**
 * What an expression refers to, followed through variables, members, calls and imports; undefined when that cannot be
 * seen. Awaiting is transparent, but that a package's value remembers it.
 */
export function evaluate(node: Node, source: Source): Value | undefined {
  return remembered('values', node, source, () => expressionValue(node, source));
}

/** What a value of the written type is. */
export function evaluateType(node: Node, source: Source): Value | undefined {
  return evaluation.type(node, source);
}

/** What a value is by the type written beside its name: `x: T`; undefined without one. */
export function annotationOf(target: Node, source: Source): Value | undefined {
  if (!('typeAnnotation' in target)) return undefined;
  const annotation = target.typeAnnotation as TSESTree.TSTypeAnnotation | null | undefined;
  return annotation === null || annotation === undefined
    ? undefined
    : evaluation.type(annotation.typeAnnotation, source);
}

function expressionValue(expression: Node, source: Source): Value | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Identifier':
      return identifierValue(node, source);
    case 'ThisExpression':
      return thisValue(node, source);
    case 'Super':
      return superValue(node, source);
    case 'MemberExpression': {
      const name = propertyName(node);
      const object = evaluate(node.object, source);
      return name === undefined || object === undefined ? undefined : memberOf(object, name, evaluation);
    }
    case 'CallExpression':
      return callValue(node, source);
    case 'NewExpression': {
      const callee = evaluate(node.callee, source);
      return callee === undefined ? undefined : instanceOf(callee, evaluation);
    }
    case 'TaggedTemplateExpression': {
      const tag = evaluate(node.tag, source);
      return tag?.kind === 'external' ? stepInto(tag, TEMPLATE) : undefined;
    }
    case 'ImportExpression': {
      const specifier = staticText(node.source);
      return specifier === undefined ? undefined : evaluation.imported(specifier, '*', source);
    }
    case 'AwaitExpression': {
      const awaited = evaluate(node.argument, source);
      return awaited?.kind === 'external' ? { ...awaited, awaited: awaited.steps.length } : awaited;
    }
    case 'AssignmentExpression':
      return evaluate(node.right, source);
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last === undefined ? undefined : evaluate(last, source);
    }
    case 'ConditionalExpression':
      return evaluate(node.consequent, source) ?? evaluate(node.alternate, source);
    case 'LogicalExpression':
      return node.operator === '&&'
        ? evaluate(node.right, source)
        : (evaluate(node.left, source) ?? evaluate(node.right, source));
    case 'ObjectExpression':
      return { kind: 'object', node, source };
    case 'ArrayExpression':
      return { kind: 'array', node, source };
    case 'ClassDeclaration':
    case 'ClassExpression':
      return { kind: 'class', node, source };
    case 'TSDeclareFunction':
      return { kind: 'function', node, source };
    default:
      return isFunction(node) ? { kind: 'function', node, source } : undefined;
  }
}

function identifierValue(node: TSESTree.Identifier, source: Source): Value | undefined {
  const variable = variableOf(node, source);
  if (variable === undefined) return { kind: 'external', module: 'global', steps: [node.name] };
  return variableValue(variable, source);
}

function variableValue(variable: Variable, source: Source): Value | undefined {
  const definition = definitionOf(variable);
  const node = definition?.node;
  const from = node === undefined ? undefined : importedBy(node);
  if (from !== undefined) return evaluation.imported(from.specifier, from.name, source);
  switch (node?.type) {
    case 'VariableDeclarator':
      return declaratorValue(variable, node, source);
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'TSDeclareFunction':
      return expressionValue(node, source);
    case 'TSModuleDeclaration':
      return namedValue(node.id, source, evaluation);
    default:
      if (!isFunction(node)) return undefined;
      if (definition?.type === 'Parameter') return parameterValue(variable, node, source);
      return reassigned(variable) ? undefined : expressionValue(node, source);
  }
}

function reassigned(variable: Variable): boolean {
  return variable.references.some((reference) => reference.isWrite());
}

function declaratorValue(variable: Variable, node: TSESTree.VariableDeclarator, source: Source): Value | undefined {
  const annotated = (): Value | undefined => annotationOf(node.id, source);
  const writes = writesOf(variable);
  if (writes?.length !== 1 || writes[0] === undefined) return node.id.type === 'Identifier' ? annotated() : undefined;
  const [write] = writes;
  if (node.id.type === 'Identifier') {
    const value = evaluate(write, source);
    // A name that nothing declares says less than the type beside it.
    return value === undefined || (value.kind === 'external' && value.module === 'global')
      ? (annotated() ?? value)
      : value;
  }
  if (node.init === null) return undefined;
  const whole = evaluate(node.init, source);
  const name = variable.identifiers[0];
  return whole === undefined || name === undefined ? undefined : destructured(node.id, name, whole, source);
}

/** The part of `whole` that a pattern gives to the identifier `target`. */
function destructured(pattern: Node, target: Node, whole: Value, source: Source): Value | undefined {
  if (pattern === target) return whole;
  if (pattern.type === 'AssignmentPattern') {
    const fallback =
      whole.kind === 'parameter' && pattern.left === target ? evaluate(pattern.right, source) : undefined;
    return fallback ?? destructured(pattern.left, target, whole, source);
  }
  if (pattern.type !== 'ObjectPattern') return undefined;
  for (const property of pattern.properties) {
    if (property.type !== 'Property' || !contains(property.value, target)) continue;
    const key = keyName(property.key, property.computed);
    const part = key === undefined ? undefined : evaluation.member(whole, key);
    return part === undefined ? undefined : destructured(property.value, target, part, source);
  }
  return undefined;
}

function parameterValue(variable: Variable, fn: Node, source: Source): Value | undefined {
  const name = variable.identifiers[0];
  if (!isFunction(fn) || name === undefined) return undefined;
  for (const [index, parameter] of fn.params.entries()) {
    const target = parameterTarget(parameter);
    if (!contains(target, name)) continue;
    const whole =
      annotationOf(target, source) ??
      defaultOf(parameter, source) ??
      contextualParameter(fn, index, source, evaluation) ??
      ({ kind: 'parameter', fn, index, path: [], source } as const);
    return target === name ? whole : destructured(target, name, whole, source);
  }
  return undefined;
}

function defaultOf(parameter: TSESTree.Parameter, source: Source): Value | undefined {
  const bare = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  return bare.type === 'AssignmentPattern' ? evaluate(bare.right, source) : undefined;
}

function thisValue(node: Node, source: Source): Value | undefined {
  const owner = classOfThis(node);
  if (owner !== undefined) {
    const value: ClassValue = { kind: 'class', node: owner.node, source };
    return owner.isStatic ? value : { kind: 'instance', of: value };
  }
  const property = thisOwner(node)?.parent;
  return property?.type === 'Property' && property.parent.type === 'ObjectExpression'
    ? { kind: 'object', node: property.parent, source }
    : undefined;
}

/** `super` in a method: an instance of the class extended, or that class itself in a static one. */
function superValue(node: Node, source: Source): Value | undefined {
  const owner = classOfThis(node);
  const parent =
    owner === undefined || owner.node.superClass === null ? undefined : evaluate(owner.node.superClass, source);
  if (owner === undefined || parent === undefined || owner.isStatic) return parent;
  return instanceOf(parent, evaluation);
}

function callValue(node: TSESTree.CallExpression, source: Source): Value | undefined {
  const [first] = node.arguments;
  if (
    node.callee.type === 'Identifier' &&
    node.callee.name === 'require' &&
    variableOf(node.callee, source) === undefined
  ) {
    const specifier = staticText(first);
    return specifier === undefined ? undefined : requiredValue(specifier, source);
  }
  const callee = evaluate(node.callee, source);
  if (callee === undefined) return undefined;
  // `fn.bind(self)` evaluates to fn itself.
  if (callee.kind === 'function' && node.callee.type === 'MemberExpression' && propertyName(node.callee) === 'bind')
    return callee;
  return callee.kind === 'external' ? stepInto(callee, CALL) : resultOf(callee, evaluation);
}

/**
 * `require('./x')` gives `module.exports`, else the namespace; of a package, its namespace, which is callable as its
 * default.
 */
function requiredValue(specifier: string, source: Source): Value | undefined {
  const namespace = evaluation.imported(specifier, '*', source);
  if (namespace?.kind !== 'namespace') return namespace;
  return namespace.source.ast.sourceType === 'module'
    ? namespace
    : (evaluation.exported(namespace.source, 'default') ?? namespace);
}
