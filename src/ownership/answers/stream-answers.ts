import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../../syntax/source.ts';
import type { Context } from '../context.ts';
import { STREAM_ENDS, STREAM_FEEDS } from '../../catalog/streams-and-events.ts';
import { variableOf } from '../../syntax/binding.ts';
import { methodCall } from '../../syntax/call.ts';
import { answersByAssignment, isResponder, receiverRoot } from './carriers.ts';

/**
 * Whether a reference reaches the answer: through a `return`, an assignment (`ctx.body = zip.outputStream`), a `for
 * await`, a pipe into the response, or a variable used in one of these ways.
 */
export function isAnswer(identifier: Node, context: Context, depth = 0): boolean {
  for (let inner = identifier; inner.parent != null; inner = inner.parent) {
    const outer: Node = inner.parent;
    switch (outer.type) {
      case 'ReturnStatement':
        return true;
      case 'AssignmentExpression':
        return outer.right === inner && answersByAssignment(outer.left, context.responders(identifier));
      case 'ForOfStatement':
        return outer.await && outer.right === inner;
      case 'CallExpression':
        if (isPipedIntoAnswer(outer, inner, context)) return true;
        // Returning the result of ending a stream doesn't return the stream.
        if (outer.callee === inner && STREAM_ENDS.has(methodCall(outer)?.method ?? '')) return false;
        break;
      case 'VariableDeclarator': {
        // The awaited result of a method, `await browser.newPage()`, is another object.
        if (inner.type === 'AwaitExpression' && receiverRoot(inner.argument) === identifier) return false;
        const variable = outer.init === inner && depth < 3 ? variableOf(outer.id, context.source) : undefined;
        return (
          variable?.references.some(
            (reference) => reference.isRead() && isAnswer(reference.identifier, context, depth + 1),
          ) ?? false
        );
      }
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
      case 'ExpressionStatement':
        return false;
      default:
    }
  }
  return false;
}

/** `archive.pipe(res)`: the response reads the stream until it ends. */
function isPipedIntoAnswer(call: TSESTree.CallExpression, callee: Node, context: Context): boolean {
  const method = call.callee === callee ? methodCall(call) : undefined;
  const [into] = call.arguments;
  return (
    method !== undefined &&
    into !== undefined &&
    STREAM_FEEDS.has(method.method) &&
    isResponder(into, context.responders(call))
  );
}
