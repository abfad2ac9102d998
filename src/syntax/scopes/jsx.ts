import type { TSESTree } from '@typescript-eslint/types';
import type { Visitors, Walks } from './visitor.ts';
import { VALUE } from './making.ts';

/** Which names JSX refers to. */
export const JSX: Visitors = {
  JSXIdentifier: (node, { scopes }) => {
    scopes.refer(node, VALUE);
  },
  JSXMemberExpression: ({ object }, { code }) => {
    if (object.type !== 'JSXIdentifier' || object.name !== 'this') code(object);
  },
  JSXAttribute: ({ value }, { code }) => {
    code(value);
  },
  JSXOpeningElement: (node, walks) => {
    visitTag(node, walks);
    walks.type(node.typeArguments);
    for (const attribute of node.attributes) walks.code(attribute);
  },
  JSXClosingElement: visitTag,
};

/** `<div>` refers to no variable; `<Button>` and `<this>` do. */
function visitTag({ name }: TSESTree.JSXOpeningElement | TSESTree.JSXClosingElement, { code }: Walks): void {
  const [first = ''] = name.type === 'JSXIdentifier' ? name.name : '';
  if (name.type !== 'JSXIdentifier' || first.toUpperCase() === first || name.name === 'this') code(name);
}
