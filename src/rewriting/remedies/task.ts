import type { TSESTree } from '@typescript-eslint/types';
import type { Finding } from '../../findings/finding.ts';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Node } from '../../syntax/source.ts';
import type { Edit } from '../edit.ts';
import type { RewriteContext, Outcome } from '../context.ts';
import type { Span } from './span.ts';
import { isFunction } from '../../syntax/function.ts';
import { someIn } from '../../syntax/walk.ts';
import { close, open } from '../edit.ts';
import { removeCode, removeHead, removeTail } from '../trivia.ts';
import { spanOf } from './span.ts';
import { isDiscarded, voidOf } from './void.ts';

/**
 * `run(x)` → `fireTask(run(x), 'run')`: the promise that the code already creates is handed over. A `void` before it is
 * removed where nobody sees its value.
 *
 * @param top - the expression that holds the launch: the finding's node, or what a callback returns
 */
export function wrapTask(finding: Finding, context: RewriteContext, top: Node): Outcome {
  const { text } = context;
  const hidden = voidOf(top);
  const limit = hidden?.argument ?? top;
  const span = spanOf(finding, context);
  const isWhole = span.node === limit && (hidden === undefined || isDiscarded(hidden, finding.site));
  if (!isWhole) return taskOf(finding, context, span);
  const { parent } = top;
  // Includes the parentheses around a whole statement, such as those of `(async function () { … }());`.
  const from = parent?.type === 'ExpressionStatement' ? parent.range[0] : (hidden ?? top).range[0];
  return taskOf(finding, context, span, { from, edits: removeHead(text, from, limit) });
}

/**
 * Makes `span` a task.
 *
 * @param head - what else is removed before it, with the partners of its parentheses; the task then begins at `from`
 */
export function taskOf(
  finding: Finding,
  { text, calleeAt, taskName }: RewriteContext,
  { node, isArray }: Span,
  head?: { readonly from: number; readonly edits: readonly Edit[] },
): Outcome {
  const callee = calleeAt(node);
  const [start, end] = node.range;
  const from = head?.from ?? start;
  const fn = invokedFunction(node);
  const brackets =
    fn === undefined ? [] : [...removeCode(text, start, fn.range[0]), ...removeTail(text, fn.range[1], end)];
  return {
    callee,
    edits: [
      ...(head?.edits ?? []),
      ...brackets,
      open(from, `${callee}(${isArray ? 'Promise.all(' : ''}`),
      close(end, `${isArray ? ')' : ''}, ${taskName(finding)})`),
    ],
  };
}

/**
 * The function of `(async () => { … })()`, if handing it over means the same as handing over its promise: it takes no
 * arguments, and nothing in it depends on its caller.
 */
function invokedFunction(node: Node): FunctionNode | undefined {
  if (node.type !== 'CallExpression' || node.arguments.length > 0 || node.optional || isPresent(node.typeArguments))
    return undefined;
  const { callee } = node;
  const isPlain =
    isFunction(callee) && callee.async && !callee.generator && callee.params.length === 0 && !bindsItsOwn(callee);
  return isPlain ? callee : undefined;
}

/** Parsers omit an absent part, or set it to null. */
function isPresent(part: TSESTree.Node | null | undefined): boolean {
  return part != null;
}

/**
 * Whether a function reads its own `this`, `arguments` or `new.target`, which its caller decides; an arrow function has
 * none.
 */
export function bindsItsOwn(fn: Node): boolean {
  if (fn.type === 'ArrowFunctionExpression') return false;
  return someIn(
    fn,
    (node) =>
      node.type === 'ThisExpression' ||
      node.type === 'MetaProperty' ||
      node.type === 'Super' ||
      (node.type === 'Identifier' && node.name === 'arguments'),
    (node) => node === fn || (node.type !== 'FunctionExpression' && node.type !== 'FunctionDeclaration'),
  );
}
