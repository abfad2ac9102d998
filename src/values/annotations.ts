import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { TRANSPARENT } from './declarations.ts';
import { INSTANCE, stepInto } from './value.ts';

/** What a value of a written type is. Only what the file and its imports say is followed; no inference. */
export function typedValue(node: Node, source: Source, evaluation: Evaluation): Value | undefined {
  switch (node.type) {
    case 'TSTypeReference':
      return reference(node, source, evaluation);
    case 'Identifier':
    case 'TSQualifiedName':
    case 'MemberExpression':
      return named(node, source, evaluation);
    case 'TSUnionType':
      return firstKnown(node.types, source, evaluation);
    case 'TSIntersectionType':
      return firstKnown(node.types, source, evaluation);
    case 'TSTypeLiteral':
      return { kind: 'typed', node, source };
    case 'TSFunctionType':
      return { kind: 'function', node, source };
    case 'TSTypeQuery':
      return node.exprName.type === 'TSImportType' ? undefined : entityValue(node.exprName, source, evaluation);
    case 'TSTypeOperator':
      return node.typeAnnotation === undefined ? undefined : evaluation.type(node.typeAnnotation, source);
    case 'TSImportType':
      return importType(node, source, evaluation);
    default:
      return undefined;
  }
}

function firstKnown(types: readonly Node[], source: Source, evaluation: Evaluation): Value | undefined {
  let fallback: Value | undefined;
  for (const type of types) {
    const value = evaluation.type(type, source);
    if (value?.kind === 'promise') return value;
    fallback ??= value;
  }
  return fallback;
}

function reference(node: TSESTree.TSTypeReference, source: Source, evaluation: Evaluation): Value | undefined {
  const { typeName } = node;
  const argument = node.typeArguments?.params[0];
  if (typeName.type === 'Identifier' && variableOf(typeName, source) === undefined) {
    if (typeName.name === 'Promise' || typeName.name === 'PromiseLike') {
      return { kind: 'promise', of: argument === undefined ? undefined : evaluation.type(argument, source) };
    }
    if (typeName.name === 'Awaited' || TRANSPARENT.has(typeName.name))
      return argument === undefined ? undefined : evaluation.type(argument, source);
    if (typeName.name === 'ReturnType' || typeName.name === 'InstanceType') {
      const of = argument === undefined ? undefined : evaluation.type(argument, source);
      if (of === undefined) return undefined;
      if (typeName.name === 'ReturnType') return evaluation.result(of);
      return of.kind === 'class' ? { kind: 'instance', of } : undefined;
    }
  }
  return named(typeName, source, evaluation);
}

/** The declaration behind a type's name. */
function named(node: Node, source: Source, evaluation: Evaluation): Value | undefined {
  if (node.type !== 'Identifier') {
    const entity = entityValue(node, source, evaluation);
    return entity === undefined ? undefined : asInstance(entity);
  }
  const variable = variableOf(node, source);
  if (variable === undefined) return { kind: 'external', module: 'global', steps: [node.name, INSTANCE] };
  const definition = definitionOf(variable)?.node;
  switch (definition?.type) {
    case 'TSInterfaceDeclaration':
      return { kind: 'typed', node: definition, source };
    case 'TSTypeAliasDeclaration':
      return evaluation.type(definition.typeAnnotation, source);
    case 'TSTypeParameter':
      return definition.constraint === undefined ? undefined : evaluation.type(definition.constraint, source);
    default: {
      const value = evaluation.expression(node, source);
      return value === undefined ? undefined : asInstance(value);
    }
  }
}

/** `express.Router` or `NS.Type` as a value. */
function entityValue(node: Node, source: Source, evaluation: Evaluation): Value | undefined {
  if (node.type === 'TSQualifiedName') {
    const left = entityValue(node.left, source, evaluation);
    return left === undefined ? undefined : evaluation.member(left, node.right.name);
  }
  return evaluation.expression(node, source);
}

function importType(node: TSESTree.TSImportType, source: Source, evaluation: Evaluation): Value | undefined {
  const specifier = node.source.value;
  if (node.qualifier?.type !== 'Identifier') return undefined;
  const value = evaluation.imported(specifier, node.qualifier.name, source);
  return value === undefined ? undefined : asInstance(value);
}

function asInstance(value: Value): Value | undefined {
  switch (value.kind) {
    case 'class':
      return { kind: 'instance', of: value };
    case 'external':
      return stepInto(value, INSTANCE);
    case 'typed':
    case 'promise':
    case 'function':
      return value;
    default:
      return undefined;
  }
}
