import type { Variable } from '../syntax/scopes/scope.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ClassValue, Value } from './value.ts';
import { definitionOf, variableOf, writesOf } from '../syntax/binding.ts';
import { propertyName } from '../syntax/call.ts';
import { compiledAsync, helperNamed, helperOf } from '../syntax/compiled.ts';
import { classOfThis, isFunction, parameterTarget, thisOwner } from '../syntax/function.ts';
import { isExportsObject } from '../project/commonjs.ts';
import { exportsOf, isEsModule } from '../project/exports.ts';
import { keyName, staticText } from '../syntax/literal.ts';
import { importedBy } from '../syntax/names.ts';
import { contains } from '../syntax/position.ts';
import { assignedValue, unwrap } from '../syntax/unwrap.ts';
import { addedByName } from './added.ts';
import { passedArgument } from './arguments.ts';
import { callResult } from './call-results.ts';
import { contextualParameter } from './contextual.ts';
import { injectedParameter } from './injected.ts';
import { madeThis } from './made.ts';
import { eachParameter, elementOf, holding, loopValue, takenFrom } from './elements.ts';
import { instanceOf } from './results.ts';
import { namedValue } from './types/index.ts';
import { stepInto, TEMPLATE } from './value.ts';
import { handedParameter } from './handed.ts';
import { thenParameter, yielded, yieldedTogether } from './yielded.ts';

/**
 * What an expression refers to, followed through variables, members, calls and imports; undefined when that cannot be
 * seen. Awaiting is transparent, but that a package's value remembers it.
 */
export function expressionValue(expression: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Identifier':
      return identifierValue(node, source, evaluation);
    case 'ThisExpression':
      return thisValue(node, source, evaluation);
    case 'Super':
      return superValue(node, source, evaluation);
    case 'MemberExpression': {
      return memberValue(node, source, evaluation);
    }
    case 'CallExpression':
      return callValue(node, source, evaluation);
    case 'NewExpression': {
      const callee = evaluation.expression(node.callee, source);
      const made = callee === undefined ? undefined : instanceOf(callee, evaluation);
      return made?.kind === 'external' ? holding(made, node, source, evaluation) : made;
    }
    case 'TaggedTemplateExpression': {
      const tag = evaluation.expression(node.tag, source);
      return tag?.kind === 'external' ? stepInto(tag, TEMPLATE) : undefined;
    }
    case 'ImportExpression': {
      const specifier = staticText(node.source);
      return specifier === undefined ? undefined : evaluation.imported(specifier, '*', source);
    }
    case 'AwaitExpression': {
      const awaited = evaluation.expression(node.argument, source);
      return awaited?.kind === 'external'
        ? (yieldedTogether(awaited, node.argument, source, evaluation) ?? yielded(awaited, evaluation))
        : awaited;
    }
    case 'YieldExpression':
      return node.argument === null || node.delegate ? undefined : evaluation.expression(node.argument, source);
    case 'AssignmentExpression':
      return evaluation.expression(node.right, source);
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last === undefined ? undefined : evaluation.expression(last, source);
    }
    case 'ConditionalExpression':
      return evaluation.expression(node.consequent, source) ?? evaluation.expression(node.alternate, source);
    case 'LogicalExpression':
      return node.operator === '&&'
        ? evaluation.expression(node.right, source)
        : known(evaluation.expression(node.left, source), () => evaluation.expression(node.right, source));
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

function memberValue(node: TSESTree.MemberExpression, source: Source, evaluation: Evaluation): Value | undefined {
  const name = propertyName(node);
  if (name === undefined) {
    const collection = node.computed ? evaluation.expression(node.object, source) : undefined;
    return collection === undefined ? undefined : elementOf(collection, evaluation);
  }
  const own = ownExports(node, source, evaluation);
  if (own !== undefined) return own;
  const object = evaluation.expression(node.object, source);
  const member = object === undefined ? undefined : evaluation.member(object, name);
  if (member !== undefined && member.kind !== 'parameter') return member;
  // `User.clean = async () => { … }` on what is only known by its name.
  const holder = unwrap(node.object);
  const variable = holder.type === 'Identifier' ? variableOf(holder, source) : undefined;
  const added = variable === undefined ? undefined : addedByName(variable, source, name, 'members', evaluation);
  return added ?? member;
}

function identifierValue(node: TSESTree.Identifier, source: Source, evaluation: Evaluation): Value | undefined {
  const variable = variableOf(node, source);
  if (variable === undefined)
    return ownExports(node, source, evaluation) ?? { kind: 'external', module: 'global', steps: [node.name] };
  // What a compiler writes into each file is no code of the user's.
  if (helperNamed(node.name) !== undefined) return { kind: 'external', module: 'tslib', steps: [node.name] };
  return variableValue(variable, source, evaluation);
}

/** `module.exports`, or `exports`, where the file itself asks for it. */
function ownExports(node: Node, source: Source, evaluation: Evaluation): Value | undefined {
  if (!isExportsObject(node, { aliases: NO_NAMES }) || isEsModule(source)) return undefined;
  const { whole } = exportsOf(source);
  return whole === undefined || node.type === 'Identifier'
    ? { kind: 'namespace', source }
    : evaluation.expression(whole, source);
}

const NO_NAMES: ReadonlySet<string> = new Set();

function variableValue(variable: Variable, source: Source, evaluation: Evaluation): Value | undefined {
  const definition = definitionOf(variable);
  const node = definition?.node;
  const from = node === undefined ? undefined : importedBy(node);
  if (from !== undefined) return evaluation.imported(from.specifier, from.name, source);
  switch (node?.type) {
    case 'VariableDeclarator':
      return declaratorValue(variable, node, source, evaluation);
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'TSDeclareFunction':
      return expressionValue(node, source, evaluation);
    case 'TSModuleDeclaration':
      return namedValue(node.id, source, evaluation);
    default:
      if (!isFunction(node)) return undefined;
      if (definition?.type === 'Parameter') return parameterValue(variable, node, source, evaluation);
      return reassigned(variable)
        ? asyncBehind(variable, source, evaluation)
        : expressionValue(node, source, evaluation);
  }
}

function reassigned(variable: Variable): boolean {
  return variable.references.some((reference) => reference.isWrite());
}

/** `function _run() { _run = _asyncToGenerator(function* () { … }); return _run.apply(this, arguments); }` */
function asyncBehind(variable: Variable, source: Source, evaluation: Evaluation): Value | undefined {
  const writes = writesOf(variable);
  const [write] = writes ?? [];
  const generator = writes?.length === 1 && write !== undefined ? compiledAsync(unwrap(write)) : undefined;
  return generator === undefined ? undefined : expressionValue(generator, source, evaluation);
}

/** What is written to a variable, but for what only decorates it: `C = __decorate([…], C)`. */
function valuesWritten(variable: Variable): TSESTree.Expression[] | undefined {
  return writesOf(variable)?.filter((write) => {
    const value = assignedValue(write);
    return !(value.type === 'CallExpression' && helperOf(value.callee) === 'decorate');
  });
}

function declaratorValue(
  variable: Variable,
  node: TSESTree.VariableDeclarator,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const name = variable.identifiers[0];
  const loop = loopValue(node, source, evaluation);
  if (loop !== undefined) {
    const { whole, pattern } = loop;
    return whole === undefined || name === undefined || !contains(pattern, name)
      ? undefined
      : destructured(pattern, name, whole, source, evaluation);
  }
  const annotated = (): Value | undefined => evaluation.annotation(node.id, source);
  const writes = valuesWritten(variable);
  if (writes?.length !== 1 || writes[0] === undefined) return node.id.type === 'Identifier' ? annotated() : undefined;
  const [write] = writes;
  if (node.id.type === 'Identifier') {
    const value = evaluation.expression(write, source);
    return known(value, annotated);
  }
  if (node.init === null) return undefined;
  const whole = evaluation.expression(node.init, source);
  return whole === undefined || name === undefined ? undefined : destructured(node.id, name, whole, source, evaluation);
}

/**
 * The value, or another where it is unknown or only a name that nothing declares: that says less than the type beside
 * it, and than what is made where it is missing (`globalThis.db ?? new Database()`).
 */
function known(value: Value | undefined, other: () => Value | undefined): Value | undefined {
  return value === undefined || (value.kind === 'external' && value.module === 'global') ? (other() ?? value) : value;
}

/** The part of `whole` that a pattern gives to the identifier `target`. */
function destructured(
  pattern: Node,
  target: Node,
  whole: Value,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  if (pattern === target) return whole;
  if (pattern.type === 'AssignmentPattern') {
    const fallback =
      whole.kind === 'parameter' && pattern.left === target ? evaluation.expression(pattern.right, source) : undefined;
    return fallback ?? destructured(pattern.left, target, whole, source, evaluation);
  }
  if (pattern.type === 'ArrayPattern') {
    const index = pattern.elements.findIndex((element) => element !== null && contains(element, target));
    const element = pattern.elements[index];
    const isKnown =
      whole.kind === 'array' || whole.kind === 'typed' || (whole.kind === 'external' && whole.holds !== undefined);
    const part = isKnown ? evaluation.member(whole, index.toString()) : undefined;
    return part === undefined || element == null ? undefined : destructured(element, target, part, source, evaluation);
  }
  if (pattern.type !== 'ObjectPattern') return undefined;
  for (const property of pattern.properties) {
    if (property.type !== 'Property' || !contains(property.value, target)) continue;
    const key = keyName(property.key, property.computed);
    const part = key === undefined ? undefined : evaluation.member(whole, key);
    return part === undefined ? undefined : destructured(property.value, target, part, source, evaluation);
  }
  return undefined;
}

function parameterValue(variable: Variable, fn: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const name = variable.identifiers[0];
  if (!isFunction(fn) || name === undefined) return undefined;
  for (const [index, parameter] of fn.params.entries()) {
    const target = parameterTarget(parameter);
    if (!contains(target, name)) continue;
    const whole =
      evaluation.annotation(target, source) ??
      defaultOf(parameter, source, evaluation) ??
      contextualParameter(fn, index, source, evaluation) ??
      eachParameter(fn, index, source, evaluation) ??
      thenParameter(fn, index, source, evaluation) ??
      handedParameter(fn, index, source, evaluation) ??
      injected(fn, index, source, evaluation) ??
      passedArgument(fn, index, source, evaluation) ??
      ({ kind: 'parameter', fn, index, path: [], source } as const);
    return target === name ? whole : destructured(target, name, whole, source, evaluation);
  }
  return undefined;
}

function injected(fn: FunctionNode, index: number, source: Source, evaluation: Evaluation): Value | undefined {
  const { parent } = fn;
  return parent.type === 'MethodDefinition' && parent.kind === 'constructor'
    ? injectedParameter(parent.parent.parent, index, source, evaluation)
    : undefined;
}

function defaultOf(parameter: TSESTree.Parameter, source: Source, evaluation: Evaluation): Value | undefined {
  const bare = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  return bare.type === 'AssignmentPattern' ? evaluation.expression(bare.right, source) : undefined;
}

function thisValue(node: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const owner = classOfThis(node);
  if (owner !== undefined) {
    const value: ClassValue = { kind: 'class', node: owner.node, source };
    return owner.isStatic ? value : { kind: 'instance', of: value };
  }
  const made = madeThis(node, source, evaluation);
  if (made !== undefined) return made;
  const property = thisOwner(node)?.parent;
  return property?.type === 'Property' && property.parent.type === 'ObjectExpression'
    ? { kind: 'object', node: property.parent, source }
    : undefined;
}

/** `super` in a method: an instance of the class extended, or that class itself in a static one. */
function superValue(node: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const owner = classOfThis(node);
  const parent =
    owner === undefined || owner.node.superClass === null
      ? undefined
      : evaluation.expression(owner.node.superClass, source);
  if (owner === undefined || parent === undefined || owner.isStatic) return parent;
  return instanceOf(parent, evaluation);
}

function callValue(node: TSESTree.CallExpression, source: Source, evaluation: Evaluation): Value | undefined {
  const specifier = requiredBy(node, source);
  if (specifier !== undefined) return requiredValue(specifier, source, evaluation);
  const helped = helperValue(node, source, evaluation);
  if (helped !== undefined) return helped;
  const callee = evaluation.expression(node.callee, source);
  if (callee === undefined) return takenFrom(node, source, evaluation);
  // `fn.bind(self)` evaluates to fn itself.
  if (callee.kind === 'function' && node.callee.type === 'MemberExpression' && propertyName(node.callee) === 'bind')
    return callee;
  return callResult(callee, node, source, evaluation);
}

/** The module that a call of `require` names. */
function requiredBy(node: Node, source: Source): string | undefined {
  return node.type === 'CallExpression' &&
    node.callee.type === 'Identifier' &&
    node.callee.name === 'require' &&
    variableOf(node.callee, source) === undefined
    ? staticText(node.arguments[0])
    : undefined;
}

/** What a compiler's helper gives; undefined for any other call. */
function helperValue(node: TSESTree.CallExpression, source: Source, evaluation: Evaluation): Value | undefined {
  const helper = helperOf(node.callee);
  const [first, second] = node.arguments;
  if (helper === undefined || first === undefined) return undefined;
  switch (helper) {
    case 'default':
    case 'star': {
      const specifier = requiredBy(unwrap(first), source);
      return specifier === undefined
        ? evaluation.expression(first, source)
        : evaluation.imported(specifier, '*', source);
    }
    case 'decorate':
      return second === undefined ? undefined : evaluation.expression(second, source);
    case 'awaiter':
    case 'async': {
      const fn = compiledAsync(node);
      const value = fn === undefined ? undefined : evaluation.expression(fn, source);
      return value === undefined || helper === 'async' ? value : evaluation.result(value);
    }
    default:
      return undefined;
  }
}

/**
 * `require('./x')` gives `module.exports`, else the namespace; of a package, its namespace, which is callable as its
 * default.
 */
function requiredValue(specifier: string, source: Source, evaluation: Evaluation): Value | undefined {
  const namespace = evaluation.imported(specifier, '*', source);
  if (namespace?.kind !== 'namespace') return namespace;
  // `exports.default` is a name like any other to `require`.
  const { whole } = exportsOf(namespace.source);
  return whole === undefined || isEsModule(namespace.source)
    ? namespace
    : (evaluation.expression(whole, namespace.source) ?? namespace);
}
