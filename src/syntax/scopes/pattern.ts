import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../source.ts';
import { eachChild } from './visitor.ts';

/** The default values around a name, outermost first: each may be written to it. */
type Defaults = readonly (TSESTree.AssignmentPattern | TSESTree.AssignmentExpression)[];

/**
 * Calls `name` for each identifier that a pattern binds or writes to.
 *
 * @returns the expressions evaluated on the way: default values, computed keys, objects whose members are written
 */
export function visitPattern(
  pattern: Node,
  name: (identifier: TSESTree.Identifier, defaults: Defaults) => void,
): readonly Node[] {
  if (pattern.type === 'Identifier') {
    name(pattern, NO_DEFAULTS);
    return NOTHING;
  }
  const evaluated: Node[] = [];
  visit(pattern, [], evaluated, name);
  return evaluated;
}

const NO_DEFAULTS: Defaults = [];
const NOTHING: readonly Node[] = [];

function visit(
  node: Node,
  defaults: Defaults,
  evaluated: Node[],
  name: (identifier: TSESTree.Identifier, defaults: Defaults) => void,
): void {
  const inner = (next: Node): void => {
    visit(next, defaults, evaluated, name);
  };
  switch (node.type) {
    case 'Identifier':
      name(node, defaults);
      return;
    case 'AssignmentPattern':
    case 'AssignmentExpression':
      visit(node.left, [...defaults, node], evaluated, name);
      evaluated.push(node.right);
      return;
    case 'CallExpression':
      evaluated.push(...node.arguments);
      inner(node.callee);
      return;
    case 'MemberExpression':
      if (node.computed) evaluated.push(node.property);
      evaluated.push(node.object);
      return;
    case 'Property':
      if (node.computed) evaluated.push(node.key);
      inner(node.value);
      return;
    case 'Decorator':
    case 'TSTypeAnnotation':
      return;
    default:
      eachChild(node, inner);
  }
}
