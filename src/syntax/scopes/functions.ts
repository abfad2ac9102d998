import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../source.ts';
import type { FunctionNode } from '../function.ts';
import type { Visitors, Walks } from './visitor.ts';
import { VALUE, WRITE } from './making.ts';
import { visitPattern } from './pattern.ts';
import { eachChild } from './visitor.ts';

type Callable = FunctionNode | TSESTree.TSDeclareFunction | TSESTree.TSEmptyBodyFunctionExpression;

/** Which names functions declare and refer to. */
export const FUNCTIONS: Visitors = {
  ArrowFunctionExpression: visitFunction,
  FunctionDeclaration: visitFunction,
  FunctionExpression: visitFunction,
  TSDeclareFunction: visitFunction,
  TSEmptyBodyFunctionExpression: visitFunction,
};

function visitFunction(node: Callable, walks: Walks): void {
  const { scopes, code, type } = walks;
  if (node.id != null) {
    // The name of a function expression is visible only inside it.
    if (node.type === 'FunctionExpression') scopes.open('block', node);
    scopes.define(node.id, 'FunctionName', node, VALUE);
  }
  scopes.open('function', node);
  defineParameters(node, walks, true);
  type(node.returnType);
  type(node.typeParameters);
  const body = node.body as Node | null | undefined;
  // The body's block has no scope besides that of the function.
  if (body?.type === 'BlockStatement') eachChild(body, code);
  else code(body);
  scopes.close(node);
}

/** @param decorators - whether to visit the decorators of parameters here, in the function's scope */
export function defineParameters(node: Callable, { scopes, code, type }: Walks, decorators: boolean): void {
  for (const parameter of node.params) {
    const evaluated = visitPattern(parameter, (name, defaults) => {
      scopes.define(name, 'Parameter', node, VALUE);
      for (const { right } of defaults) scopes.refer(name, VALUE, WRITE, right, true);
    });
    for (const expression of evaluated) code(expression);
    type(annotationOf(parameter));
    if (decorators) for (const decorator of parameter.decorators) code(decorator);
  }
}

function annotationOf(parameter: TSESTree.Parameter): Node | undefined {
  if (parameter.type === 'TSParameterProperty') return annotationOf(parameter.parameter);
  return parameter.type === 'AssignmentPattern' ? parameter.left.typeAnnotation : parameter.typeAnnotation;
}
