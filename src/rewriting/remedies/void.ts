import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../../syntax/source.ts';
import type { Edit } from '../edit.ts';
import { isStatementPrefix, unwrap, wrapped } from '../../syntax/unwrap.ts';
import { replace } from '../edit.ts';
import { removeHead } from '../trivia.ts';

/**
 * `void x`, or `!x` as a statement, which hides a promise as well, possibly inside a wrapper such as `as`. Undefined
 * for any other expression.
 */
export function voidOf(node: Node): TSESTree.UnaryExpression | undefined {
  const expression = unwrap(node);
  return expression.type === 'UnaryExpression' && (expression.operator === 'void' || isStatementPrefix(expression))
    ? expression
    : undefined;
}

/**
 * Whether nobody sees the value of a `void` expression, so that another value may take its place. A handler's `return
 * void run(x)` is seen by its framework, which would send a task as the response.
 *
 * @param site - what drops it according to the finding, such as the call that drops the value of a callback
 */
export function isDiscarded(expression: Node, site: Node): boolean {
  const inner = wrapped(expression);
  const { parent } = inner;
  switch (parent?.type) {
    case 'ExpressionStatement':
      return true;
    case 'SequenceExpression':
      return parent.expressions.at(-1) !== inner || isDiscarded(parent, site);
    case 'ConditionalExpression':
      return parent.test !== inner && isDiscarded(parent, site);
    case 'LogicalExpression':
      return parent.right === inner && isDiscarded(parent, site);
    case 'ArrowFunctionExpression':
      return (
        parent.body === inner &&
        parent.returnType === undefined &&
        site.type === 'CallExpression' &&
        site.arguments.some((argument) => unwrap(argument) === parent)
      );
    default:
      return false;
  }
}

/** Removes `void` and the parentheses around its operand. */
export function removeVoid(expression: TSESTree.UnaryExpression, text: string): Edit[] {
  return removeHead(text, expression.range[0], expression.argument);
}

/** Replaces `void` with another keyword. */
export function replaceVoid(
  { range: [start], operator }: TSESTree.UnaryExpression,
  text: string,
  word: 'await' | 'return',
): Edit {
  const end = start + operator.length;
  return replace(start, end, /[\w$\\]/.test(text[end] ?? '') ? `${word} ` : word);
}
