import type { TSESTree } from '@typescript-eslint/types';
import type { ClassNode } from '../class.ts';
import type { Node } from '../source.ts';
import type { Visitors, Walks } from './visitor.ts';
import { TYPE, VALUE } from './making.ts';
import { defineParameters } from './functions.ts';
import { eachChild } from './visitor.ts';

/** Which names classes declare and refer to. */
export const CLASSES: Visitors = {
  ClassDeclaration: visitClass,
  ClassExpression: visitClass,
  MethodDefinition: ({ computed, key, value, decorators }, walks) => {
    if (computed) walks.code(key);
    if (value.type === 'FunctionExpression') visitMethod(value, walks);
    else walks.code(value);
    visitAll(decorators, walks);
  },
  TSAbstractMethodDefinition: (node, walks) => {
    if (node.computed) walks.code(node.key);
    walks.code(node.value);
    visitAll(node.decorators, walks);
  },
  PropertyDefinition: visitField,
  AccessorProperty: visitField,
  TSAbstractPropertyDefinition: visitAbstractField,
  TSAbstractAccessorProperty: visitAbstractField,
  StaticBlock: (node, { scopes, code }) => {
    scopes.open('class-static-block', node);
    for (const statement of node.body) code(statement);
    scopes.close(node);
  },
  TSIndexSignature: (node, { type }) => {
    type(node);
  },
};

function visitClass(node: ClassNode, walks: Walks): void {
  const { scopes, code, type } = walks;
  if (node.type === 'ClassDeclaration' && node.id !== null) scopes.define(node.id, 'ClassName', node, VALUE | TYPE);
  visitAll(node.decorators, walks);
  scopes.open('class', node);
  // Inside the class, its name always means the class, whatever is assigned to the name outside.
  if (node.id !== null) scopes.define(node.id, 'ClassName', node, VALUE | TYPE);
  code(node.superClass);
  type(node.typeParameters);
  type(node.superTypeArguments);
  for (const implemented of node.implements) type(implemented);
  code(node.body);
  scopes.close(node);
}

function visitMethod(node: TSESTree.FunctionExpression, walks: Walks): void {
  const { scopes, code, type } = walks;
  for (const parameter of node.params) visitAll(parameter.decorators, walks);
  scopes.open('function', node);
  defineParameters(node, walks, false);
  type(node.returnType);
  type(node.typeParameters);
  eachChild(node.body, code);
  scopes.close(node);
}

function visitField(node: TSESTree.PropertyDefinition | TSESTree.AccessorProperty, walks: Walks): void {
  const { scopes, code, type } = walks;
  if (node.computed) code(node.key);
  if (node.value !== null) {
    scopes.open('class-field-initializer', node.value);
    code(node.value);
    scopes.close(node.value);
  }
  visitAll(node.decorators, walks);
  type(node.typeAnnotation);
}

function visitAbstractField(
  node: TSESTree.TSAbstractPropertyDefinition | TSESTree.TSAbstractAccessorProperty,
  walks: Walks,
): void {
  if (node.computed) walks.code(node.key);
  visitAll(node.decorators, walks);
  walks.type(node.typeAnnotation);
}

function visitAll(nodes: readonly Node[] | undefined, { code }: Walks): void {
  if (nodes !== undefined) for (const node of nodes) code(node);
}
