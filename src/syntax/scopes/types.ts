import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../source.ts';
import type { Visitors, Walks } from './visitor.ts';
import { TYPE, VALUE } from './making.ts';
import { visitPattern } from './pattern.ts';

type Signature =
  | TSESTree.TSCallSignatureDeclaration
  | TSESTree.TSConstructorType
  | TSESTree.TSConstructSignatureDeclaration
  | TSESTree.TSFunctionType
  | TSESTree.TSMethodSignature;

/** Which names types declare and refer to. */
export const TYPES: Visitors = {
  Identifier: (node, { scopes }) => {
    scopes.refer(node, TYPE);
  },
  MemberExpression: (node, { type }) => {
    type(node.object);
  },
  TSCallSignatureDeclaration: visitSignature,
  TSConstructorType: visitSignature,
  TSConstructSignatureDeclaration: visitSignature,
  TSFunctionType: visitSignature,
  TSMethodSignature: (node, walks) => {
    if (node.computed) walks.code(node.key);
    visitSignature(node, walks);
  },
  TSPropertySignature: (node, { code, type }) => {
    if (node.computed) code(node.key);
    type(node.typeAnnotation);
  },
  TSConditionalType: (node, { scopes, type }) => {
    // Inferred types are visible only in the true branch.
    scopes.open('conditionalType', node);
    type(node.checkType);
    type(node.extendsType);
    type(node.trueType);
    scopes.close(node);
    type(node.falseType);
  },
  TSInferType: ({ typeParameter }, { scopes, type }) => {
    let scope = scopes.current;
    if (scope.type === 'functionType' || scope.type === 'mappedType') {
      let outer = scope.upper;
      while (outer?.type === 'functionType' || outer?.type === 'mappedType') outer = outer.upper;
      if (outer?.type === 'conditionalType') scope = outer;
    }
    scopes.define(typeParameter.name, 'Type', typeParameter, TYPE, scope);
    type(typeParameter.constraint);
  },
  TSImportType: (node, { type }) => {
    type(node.typeArguments);
  },
  TSIndexSignature: (node, { type }) => {
    for (const parameter of node.parameters) if (parameter.type === 'Identifier') type(parameter.typeAnnotation);
    type(node.typeAnnotation);
  },
  TSInterfaceDeclaration: (node, walks) => {
    visitDeclaration(node, walks, () => {
      for (const extended of node.extends) walks.type(extended);
      walks.type(node.body);
    });
  },
  TSTypeAliasDeclaration: (node, walks) => {
    visitDeclaration(node, walks, () => {
      walks.type(node.typeAnnotation);
    });
  },
  TSMappedType: (node, { scopes, type }) => {
    scopes.open('mappedType', node);
    scopes.define(node.key, 'Type', node, TYPE);
    type(node.constraint);
    type(node.nameType);
    type(node.typeAnnotation);
    scopes.close(node);
  },
  TSNamedTupleMember: (node, { type }) => {
    type(node.elementType);
  },
  TSQualifiedName: (node, { type }) => {
    type(node.left);
  },
  TSTypeParameter: (node, { scopes, type }) => {
    scopes.define(node.name, 'Type', node, TYPE);
    type(node.constraint);
    type(node.default);
  },
  TSTypePredicate: (node, { scopes, type }) => {
    if (node.parameterName.type === 'Identifier') scopes.refer(node.parameterName, VALUE);
    type(node.typeAnnotation);
  },
  TSTypeQuery: ({ exprName, typeArguments }, { scopes, type }) => {
    let name: Node = exprName;
    while (name.type === 'TSQualifiedName') name = name.left;
    if (exprName.type === 'TSImportType') type(exprName);
    if (name.type === 'Identifier') scopes.refer(name, VALUE);
    type(typeArguments);
  },
};

/** The parameters' names are defined for `typeof` in the rest of the signature. */
function visitSignature(node: Signature, { scopes, type }: Walks): void {
  scopes.open('functionType', node);
  type(node.typeParameters);
  for (const parameter of node.params) {
    const annotations: Node[] = [];
    visitPattern(parameter, (name) => {
      scopes.define(name, 'Parameter', node, VALUE);
      if (name.typeAnnotation == null) return;
      annotations.push(name.typeAnnotation);
      type(name.typeAnnotation);
    });
    if (annotations.length === 0 && 'typeAnnotation' in parameter) type(parameter.typeAnnotation);
  }
  type(node.returnType);
  scopes.close(node);
}

/** Type parameters are visible only inside their declaration. */
function visitDeclaration(
  node: TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration,
  { scopes, type }: Walks,
  inside: () => void,
): void {
  scopes.define(node.id, 'Type', node, TYPE);
  if (node.typeParameters == null) {
    inside();
    return;
  }
  scopes.open('type', node);
  type(node.typeParameters);
  inside();
  scopes.close(node);
}
