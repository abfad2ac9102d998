import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from './source.ts';
import type { CallNode } from './call.ts';
import type { FunctionNode } from './function.ts';
import { counts } from './counts.ts';
import { isFunction } from './function.ts';
import { perSource } from './per-source.ts';

/** The nodes of a file that the analyses ask for, in source order, found in one pass. */
export interface Outline {
  readonly calls: readonly CallNode[];
  readonly functions: readonly FunctionNode[];
  readonly classes: readonly (TSESTree.ClassDeclaration | TSESTree.ClassExpression)[];
  /**
   * Object literals that are assigned, held by a field, typed in place, or exported directly, also as elements of an
   * array. Those in arguments and in other literals are not listed.
   */
  readonly literals: readonly TSESTree.ObjectExpression[];
  readonly assignments: readonly TSESTree.AssignmentExpression[];
  /** Properties that have an object literal as their value: `{ statics: { load() {} } }`. */
  readonly nested: readonly TSESTree.Property[];
}

export const outlineOf = perSource(({ ast }): Outline => collect(ast));

function collect(root: Node): Outline {
  const calls: CallNode[] = [];
  const functions: FunctionNode[] = [];
  const classes: (TSESTree.ClassDeclaration | TSESTree.ClassExpression)[] = [];
  const literals: TSESTree.ObjectExpression[] = [];
  const assignments: TSESTree.AssignmentExpression[] = [];
  const nested: TSESTree.Property[] = [];
  walk(root, (node) => {
    if (isFunction(node)) functions.push(node);
    else if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') classes.push(node);
    else if (isCall(node)) calls.push(node);
    else if (node.type === 'ObjectExpression' && isHeld(node)) literals.push(node);
    else if (node.type === 'AssignmentExpression') assignments.push(node);
    else if (node.type === 'Property' && node.value.type === 'ObjectExpression') nested.push(node);
  });
  return { calls, functions, classes, literals, assignments, nested };
}

function isHeld(node: Node): boolean {
  switch (node.parent?.type) {
    case 'VariableDeclarator':
    case 'TSSatisfiesExpression':
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'ExportDefaultDeclaration':
    case 'AssignmentExpression':
    case 'PropertyDefinition':
      return true;
    case 'ArrayExpression':
      return isHeld(node.parent);
    default:
      return false;
  }
}

/** The direct children of a node, in the order of its keys. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const key of visitorKeys[node.type] ?? []) {
    const value = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) children.push(item);
    } else if (isNode(value)) children.push(value);
  }
  return children;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

export function isCall(node: Node): node is CallNode {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
    case 'ImportExpression':
    case 'TaggedTemplateExpression':
      return true;
    default:
      return false;
  }
}

/**
 * Visits `root` and all nodes below it in source order, without recursion. If `visit` returns `false`, the children of
 * that node are left out.
 */
export function walk(root: Node, visit: (node: Node) => unknown): void {
  const pending: Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    counts.visited += 1;
    if (visit(node) === false) continue;
    pushChildren(node, pending);
  }
}

/**
 * Whether `is` holds for `root` or a node below it; stops at the first.
 *
 * @param enters - whether to look below a node; always if left out
 */
export function someIn(root: Node, is: (node: Node) => boolean, enters?: (node: Node) => boolean): boolean {
  const pending: Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    counts.visited += 1;
    if (is(node)) return true;
    if (enters?.(node) !== false) pushChildren(node, pending);
  }
  return false;
}

/**
 * Pushes the children of a node onto a stack, the first on top. It creates no list, because walks take most of the
 * time.
 */
function pushChildren(node: Node, pending: Node[]): void {
  const keys = visitorKeys[node.type] ?? [];
  for (let index = keys.length - 1; index >= 0; index -= 1) {
    const value = (node as unknown as Record<string, unknown>)[keys[index] ?? ''];
    if (Array.isArray(value)) {
      for (let place = value.length - 1; place >= 0; place -= 1) {
        const item: unknown = value[place];
        if (isNode(item)) pending.push(item);
      }
    } else if (isNode(value)) pending.push(value);
  }
}

/** Whether `is` holds for a node or one inside it, without entering functions. */
export function someOwn(root: Node, is: (node: Node) => boolean): boolean {
  return someIn(root, is, (node) => !isFunction(node));
}

/** Visits what runs when `fn` runs: its parameters and body, without the bodies of functions inside it. */
export function walkOwn(fn: FunctionNode, visit: (node: Node) => unknown): void {
  walk(fn, (node) => (node !== fn && isFunction(node) ? false : visit(node)));
}
