import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from './source.ts';
import { isFunction } from '../taken-in/ast-utils.ts';
import { sharesThis } from './compiled.ts';
import { keyName } from './literal.ts';
import { unwrap, wrapped } from './unwrap.ts';

export { isFunction };

/** A function, or an expression that may name one: `fn`, `jobs.run`. */
export function isFunctionOrName(node: Node): boolean {
  return isFunction(node) || node.type === 'Identifier' || node.type === 'MemberExpression';
}

/** A function with a body that runs. */
export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** Anything that declares what a call returns: functions, overloads, methods of interfaces, function types. */
export type SignatureNode =
  | FunctionNode
  | TSESTree.TSDeclareFunction
  | TSESTree.TSEmptyBodyFunctionExpression
  | TSESTree.TSMethodSignature
  | TSESTree.TSFunctionType
  | TSESTree.TSCallSignatureDeclaration;

export function isSignature(node: Node): node is SignatureNode {
  switch (node.type) {
    case 'TSDeclareFunction':
    case 'TSEmptyBodyFunctionExpression':
    case 'TSMethodSignature':
    case 'TSFunctionType':
    case 'TSCallSignatureDeclaration':
      return true;
    default:
      return isFunction(node);
  }
}

/**
 * The function whose body contains `node`; a function is not inside itself. Class field initialisers and static blocks
 * belong to no function.
 */
export function enclosingFunction(node: Node): FunctionNode | undefined {
  for (let outer = node.parent; outer != null; outer = outer.parent) {
    if (isFunction(outer)) return outer;
    if (outer.type === 'PropertyDefinition' || outer.type === 'StaticBlock') return undefined;
  }
  return undefined;
}

/** Whether an expression is called in place: `(async () => { … })()`, `run()`. */
export function isInvokedInPlace(node: Node): boolean {
  const outer = wrapped(node);
  return outer.parent?.type === 'CallExpression' && outer.parent.callee === outer;
}

/** The nearest node that binds `this`. Arrow functions don't, nor do the generators of `__awaiter(this, …)`. */
export function thisOwner(node: Node): Node | undefined {
  for (let outer = node.parent; outer != null; outer = outer.parent) {
    if (outer.type === 'FunctionDeclaration' || (outer.type === 'FunctionExpression' && !sharesThis(outer)))
      return outer;
    if (outer.type === 'PropertyDefinition' || outer.type === 'StaticBlock') return outer;
  }
  return undefined;
}

/** The class whose instance (or static side) `this` is at `node`, or undefined. */
export function classOfThis(
  node: Node,
): { node: TSESTree.ClassDeclaration | TSESTree.ClassExpression; isStatic: boolean } | undefined {
  const owner = thisOwner(node);
  if (owner === undefined) return undefined;
  const member = owner.type === 'FunctionExpression' ? owner.parent : owner;
  if (member.type === 'MethodDefinition' || member.type === 'PropertyDefinition') {
    return { node: member.parent.parent, isStatic: member.static };
  }
  if (member.type === 'StaticBlock') return { node: member.parent.parent, isStatic: true };
  return undefined;
}

/**
 * The name people know a function by: its own, or that of the variable, property or method that holds it; undefined for
 * a bare callback.
 */
export function nameOf(node: Node): string | undefined {
  if ((node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') && node.id !== null)
    return node.id.name;
  const outer = wrapped(node);
  const { parent } = outer;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined;
    case 'AssignmentExpression': {
      const target = unwrap(parent.left);
      if (target.type === 'Identifier') return target.name;
      return target.type === 'MemberExpression' ? keyName(target.property, target.computed) : undefined;
    }
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return keyName(parent.key, parent.computed);
    case 'ExportDefaultDeclaration':
      return 'default';
    default:
      return undefined;
  }
}

/**
 * The name, prefixed with the class, outer functions and keys around it: `Mailer.send`, `api.orders.create`. Edits
 * elsewhere in the file don't change it, unless it contains an anonymous function or object literal. These are named by
 * their offset.
 */
export function qualifiedNameOf(node: FunctionNode): string {
  const names = [nameOf(node) ?? `@${node.range[0].toString()}`];
  for (let outer: Node | undefined = node.parent; outer != null; outer = outer.parent) {
    if (isFunction(outer)) names.unshift(nameOf(outer) ?? `@${outer.range[0].toString()}`);
    else if (outer.type === 'ClassDeclaration' || outer.type === 'ClassExpression')
      names.unshift(outer.id?.name ?? `class@${outer.range[0].toString()}`);
    else if (outer.type === 'ObjectExpression') {
      const name = literalName(outer);
      if (name !== undefined) names.unshift(name);
    } else if (
      outer.type === 'VariableDeclarator' &&
      outer.init !== null &&
      !isFunction(unwrap(outer.init)) &&
      outer.id.type === 'Identifier'
    ) {
      names.unshift(outer.id.name);
    }
  }
  return names.join('.');
}

/**
 * Distinguishes object literals, because two may have methods of the same name: the key or member that holds the
 * literal, else its offset. Undefined if the variable around it distinguishes it, or if the file exports it.
 */
function literalName(literal: TSESTree.ObjectExpression): string | undefined {
  const holder = wrapped(literal).parent;
  if (holder?.type === 'VariableDeclarator' || holder?.type === 'ExportDefaultDeclaration') return undefined;
  const isNamed = holder?.type === 'Property' || holder?.type === 'AssignmentExpression';
  const name = isNamed ? nameOf(literal) : undefined;
  // `module.exports = { … }`, `exports.default = { … }`
  if (isNamed && (name === 'exports' || name === 'default') && holder.type === 'AssignmentExpression') return undefined;
  return name ?? `@${literal.range[0].toString()}`;
}

/** A parameter without its default value or `private` modifier. */
export function parameterTarget(parameter: TSESTree.Parameter): Node {
  const bare = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  return bare.type === 'AssignmentPattern' ? bare.left : bare;
}

/** The names of plain parameters; undefined for each that is destructured. */
export function parameterNames(node: FunctionNode): (string | undefined)[] {
  return node.params.map((parameter) => {
    const target = parameterTarget(parameter);
    return target.type === 'Identifier' ? target.name : undefined;
  });
}

/** Whether a function is only a placeholder: `run() {}`. */
export function isPlaceholder({ body }: FunctionNode): boolean {
  return body.type === 'BlockStatement' && body.body.length === 0;
}
