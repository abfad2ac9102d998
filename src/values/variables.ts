import type { Variable } from '../syntax/scopes/scope.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { helperNamed } from '../syntax/compiled.ts';
import { isFunction, parameterTarget } from '../syntax/function.ts';
import { keyName } from '../syntax/literal.ts';
import { importedBy } from '../syntax/names.ts';
import { contains } from '../syntax/position.ts';
import { withAdded } from './added.ts';
import { passedArgument } from './arguments.ts';
import { callbackArgument } from './callback-argument.ts';
import { contextualParameter } from './contextual.ts';
import { parameterBeside, variableBeside } from './declarations-beside.ts';
import { eachParameter, loopValue } from './elements.ts';
import { handedParameter } from './handed.ts';
import { injectedParameter } from './injected.ts';
import { loaderArgument } from './loaded.ts';
import { ownExports } from './own-exports.ts';
import { ownGlobal } from './own-globals.ts';
import { namedValue } from './types/index.ts';
import { knownOr } from './value.ts';
import { asyncBehind, ofAllWrites, valuesWritten, writtenValue } from './writes.ts';
import { thenParameter } from './yielded.ts';

export function identifierValue(node: TSESTree.Identifier, source: Source, evaluation: Evaluation): Value | undefined {
  const variable = variableOf(node, source);
  if (variable === undefined)
    return (
      ownExports(node, source, evaluation) ??
      ownGlobal(node, source, evaluation) ?? { kind: 'external', module: 'global', steps: [node.name] }
    );
  // What a compiler writes into each file is no code of the user's.
  if (helperNamed(node.name) !== undefined) return { kind: 'external', module: 'tslib', steps: [node.name] };
  return variableValue(variable, source, evaluation);
}

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
      return evaluation.expression(node, source);
    case 'TSModuleDeclaration':
      return namedValue(node.id, source, evaluation);
    default:
      if (!isFunction(node)) return undefined;
      if (definition?.type === 'Parameter') return parameterValue(variable, node, source, evaluation);
      return reassigned(variable) ? asyncBehind(variable, source, evaluation) : evaluation.expression(node, source);
  }
}

function reassigned(variable: Variable): boolean {
  return variable.references.some((reference) => reference.isWrite());
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
  const annotated = (): Value | undefined =>
    evaluation.annotation(node.id, source) ?? variableBeside(node.id, source, evaluation);
  const writes = valuesWritten(variable) ?? [];
  if (node.id.type === 'Identifier') {
    const [write, ...others] = writes;
    return write === undefined || others.length > 0
      ? (annotated() ?? typeOfFirst(node, source, evaluation) ?? ofAllWrites(writes, source, evaluation))
      : withAdded(knownOr(writtenValue(write, source, evaluation), annotated), variable, source);
  }
  // A default in the pattern counts as a write, too.
  if (node.init === null || writes.length === 0 || !writes.every((write) => contains(node, write))) return undefined;
  const whole = evaluation.expression(node.init, source);
  return whole === undefined || name === undefined ? undefined : destructured(node.id, name, whole, source, evaluation);
}

/** `let row = rows[id]; if (!row) row = make();`: TypeScript gives a variable the type that its first value is written with. */
function typeOfFirst({ init }: TSESTree.VariableDeclarator, source: Source, evaluation: Evaluation): Value | undefined {
  const first = init === null ? undefined : evaluation.expression(init, source);
  return first?.kind === 'typed' ? first : undefined;
}

/** The part of `whole` that a pattern assigns to the identifier `target`. */
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
      callbackArgument(fn, index, source, evaluation) ??
      injected(fn, index, source, evaluation) ??
      passedArgument(fn, index, source, evaluation) ??
      loaderArgument(fn, index, source, evaluation) ??
      parameterBeside(fn, index, source, evaluation) ??
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
