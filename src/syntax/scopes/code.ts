import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../source.ts';
import type { Visitors, Walks } from './visitor.ts';
import { READ, TYPE, VALUE, WRITE } from './making.ts';
import { visitPattern } from './pattern.ts';
import { assignmentTarget, isPattern } from './target.ts';
import { eachChild, skip } from './visitor.ts';

type Asserting = TSESTree.TSAsExpression | TSESTree.TSSatisfiesExpression | TSESTree.TSTypeAssertion;

/** Which names statements and expressions declare and refer to. */
export const CODE: Visitors = {
  Identifier: (node, { scopes, type }) => {
    scopes.refer(node, VALUE);
    type(node.typeAnnotation);
  },
  AssignmentExpression: (node, walks) => {
    const { scopes, code } = walks;
    const left = assignmentTarget(node.left, walks);
    if (!isPattern(left)) code(left);
    else if (node.operator === '=') writeTo(left, node.right, walks);
    else if (left.type === 'Identifier') scopes.refer(left, VALUE, READ | WRITE, node.right);
    code(node.right);
  },
  UpdateExpression: (node, walks) => {
    const target = assignmentTarget(node.argument, walks);
    if (!isPattern(target)) eachChild(node, walks.code);
    else {
      visitPattern(target, (name) => {
        walks.scopes.refer(name, VALUE, READ | WRITE, null);
      });
    }
  },
  BlockStatement: (node, { scopes, code }) => {
    scopes.open('block', node);
    eachChild(node, code);
    scopes.close(node);
  },
  BreakStatement: skip,
  ContinueStatement: skip,
  LabeledStatement: (node, { code }) => {
    code(node.body);
  },
  CallExpression: visitWithTypeArguments,
  NewExpression: visitWithTypeArguments,
  TSInstantiationExpression: visitWithTypeArguments,
  TaggedTemplateExpression: ({ tag, quasi, typeArguments }, { code, type }) => {
    code(tag);
    code(quasi);
    type(typeArguments);
  },
  CatchClause: (node, { scopes, code }) => {
    scopes.open('block', node);
    if (node.param !== null) {
      const evaluated = visitPattern(node.param, (name, defaults) => {
        scopes.define(name, 'CatchClause', node, VALUE);
        for (const { right } of defaults) scopes.refer(name, VALUE, WRITE, right, true);
      });
      for (const expression of evaluated) code(expression);
    }
    code(node.body);
    scopes.close(node);
  },
  ForInStatement: visitForIn,
  ForOfStatement: visitForIn,
  ForStatement: (node, { scopes, code }) => {
    if (declaresInside(node.init)) scopes.open('block', node);
    eachChild(node, code);
    scopes.close(node);
  },
  MemberExpression: ({ object, property, computed }, { code }) => {
    code(object);
    if (computed) code(property);
  },
  MetaProperty: skip,
  PrivateIdentifier: skip,
  Program: (node, { scopes, code }) => {
    scopes.open('global', node);
    if (node.sourceType === 'module') scopes.open('module', node);
    eachChild(node, code);
    scopes.close(node);
  },
  Property: ({ computed, key, value }, { code }) => {
    if (computed) code(key);
    code(value);
  },
  SwitchStatement: (node, { scopes, code }) => {
    code(node.discriminant);
    scopes.open('block', node);
    for (const each of node.cases) code(each);
    scopes.close(node);
  },
  VariableDeclaration: visitVariables,
  TSAsExpression: visitAssertion,
  TSSatisfiesExpression: visitAssertion,
  TSTypeAssertion: visitAssertion,
  TSInterfaceDeclaration: (node, { type }) => {
    type(node);
  },
  TSTypeAliasDeclaration: (node, { type }) => {
    type(node);
  },
  TSEnumDeclaration: (node, { scopes, code }) => {
    scopes.define(node.id, 'TSEnumName', node, VALUE | TYPE);
    scopes.open('block', node);
    for (const member of node.body.members) {
      const { id } = member;
      if (id.type === 'Identifier') scopes.define(id, 'TSEnumMemberName', member, VALUE | TYPE);
      else {
        // This may also be a template.
        const { value } = id as { readonly value?: unknown };
        if (typeof value === 'string') scopes.defineText(value, id, 'TSEnumMemberName', member, VALUE | TYPE);
      }
      code(member.initializer);
    }
    scopes.close(node);
  },
  TSModuleDeclaration: (node, { scopes, code }) => {
    if (node.id.type === 'Identifier' && node.kind !== 'global')
      scopes.define(node.id, 'TSModuleName', node, VALUE | TYPE);
    scopes.open('tsModule', node);
    code(node.body);
    scopes.close(node);
  },
};

function visitWithTypeArguments(
  node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TSInstantiationExpression,
  { code, type }: Walks,
): void {
  eachChild(node, code, 'typeArguments');
  type(node.typeArguments);
}

function visitAssertion({ expression, typeAnnotation }: Asserting, { code, type }: Walks): void {
  code(expression);
  type(typeAnnotation);
}

function writeTo(pattern: Node, value: Node, { scopes, code }: Walks): void {
  const evaluated = visitPattern(pattern, (name, defaults) => {
    for (const { right } of defaults) scopes.refer(name, VALUE, WRITE, right);
    scopes.refer(name, VALUE, WRITE, value);
  });
  for (const expression of evaluated) code(expression);
}

function visitForIn(node: TSESTree.ForInStatement | TSESTree.ForOfStatement, walks: Walks): void {
  const { scopes, code } = walks;
  const { left, right, body } = node;
  if (declaresInside(left)) scopes.open('block', node);
  if (left.type === 'VariableDeclaration') {
    code(left);
    visitPattern(left.declarations[0].id, (name) => {
      scopes.refer(name, VALUE, WRITE, right, true);
    });
  } else writeTo(left, right, walks);
  code(right);
  code(body);
  scopes.close(node);
}

/** `let` and `const` in a loop's head are visible only inside the loop. */
function declaresInside(head: Node | null): boolean {
  return head?.type === 'VariableDeclaration' && head.kind !== 'var';
}

function visitVariables(node: TSESTree.VariableDeclaration, { scopes, code, type }: Walks): void {
  const home = node.kind === 'var' ? scopes.current.variableScope : scopes.current;
  for (const declarator of node.declarations) {
    const { id, init } = declarator;
    const evaluated = visitPattern(id, (name, defaults) => {
      scopes.define(name, 'Variable', declarator, VALUE, home);
      for (const { right } of defaults) scopes.refer(name, VALUE, WRITE, right, true);
      if (init !== null) scopes.refer(name, VALUE, WRITE, init, true);
    });
    for (const expression of evaluated) code(expression);
    code(init);
    type(id.typeAnnotation);
  }
}
