import type { Node, Source } from '../../syntax/source.ts';
import type { Remedy } from '../context.ts';
import { variableOf } from '../../syntax/binding.ts';
import { enclosingFunction, isFunction } from '../../syntax/function.ts';
import { rootOf } from '../../syntax/unwrap.ts';
import { isConstructor, isSetter } from '../../taken-in/ast-utils.ts';
import { close, open } from '../edit.ts';
import { spanOf } from './span.ts';
import { removeVoid, replaceVoid, voidOf } from './void.ts';

/** Puts `return` before the statement that ends a function; removes `void` if its value is already returned. */
export const returnIt: Remedy = (finding, context) => {
  const { text, source } = context;
  const { node } = finding;
  const hidden = voidOf(node);
  const argument = hidden?.argument ?? node;
  const span = spanOf(finding, context);
  if (span.node !== argument)
    return {
      code: 'one-of-several',
      reason: 'It is one of several values, and only one of them can be returned: await the call instead.',
    };
  if (finding.form === 'middleware' && !isOfFunction(finding.launch, source)) {
    return {
      code: 'inner-function',
      reason:
        'It is in a function inside the middleware, so returning it there has no effect: call it in the ' +
        'middleware itself and await it.',
    };
  }
  const all = span.isArray ? [open(argument.range[0], 'Promise.all('), close(argument.range[1], ')')] : [];
  const { parent } = node;
  if (hidden !== undefined && (parent?.type === 'ReturnStatement' || isFunction(parent)))
    return { edits: [...removeVoid(hidden, text), ...all] };
  if (parent?.type !== 'ExpressionStatement' || !isLastOfFunction(parent)) {
    return {
      code: 'not-last',
      reason:
        'It is not the last statement of its function, so returning it would change what follows: await the call ' +
        'instead.',
    };
  }
  if (hidden === undefined) return { edits: [...all, open(parent.range[0], 'return ')] };
  const end = hidden.range[0] + hidden.operator.length;
  // A `return` with nothing after it on its line returns nothing.
  if (/[\r\n]/.test(text.slice(end, argument.range[0])))
    return { code: 'line-break', reason: 'The call and its void are on different lines: write the return by hand.' };
  return { edits: [replaceVoid(hidden, text, 'return'), ...all] };
};

/** Whether the function around `call` declares what is called: the middleware with its `next`, not a callback in it. */
function isOfFunction(call: Node, source: Source): boolean {
  return variableOf(rootOf(call, 'calls'), source)?.scope.block === enclosingFunction(call);
}

function isLastOfFunction(statement: Node): boolean {
  const block = statement.parent;
  if (block?.type !== 'BlockStatement' || !isFunction(block.parent) || block.body.at(-1) !== statement) return false;
  const member = enclosingFunction(statement)?.parent;
  return !isConstructor(member) && !isSetter(member);
}
