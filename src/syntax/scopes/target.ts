import type { Node } from '../source.ts';
import type { Walks } from './visitor.ts';

/** The target of a write that has an assertion: `x` of `(x as Y) = …`. */
export function assignmentTarget(node: Node, { type }: Walks): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      type(node.typeAnnotation);
      return node.expression;
    case 'TSNonNullExpression':
      return node.expression;
    default:
      return node;
  }
}

/** Whether a target is a name, or consists of targets: `{ a, b: [c] }`. */
export function isPattern(node: Node): boolean {
  switch (node.type) {
    case 'Identifier':
    case 'ObjectPattern':
    case 'ArrayPattern':
    case 'SpreadElement':
    case 'RestElement':
    case 'AssignmentPattern':
      return true;
    default:
      return false;
  }
}
