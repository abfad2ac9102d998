import type { Node } from '../../syntax/source.ts';
import type { Responders } from './responders.ts';
import { methodCall, propertyName } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { walk } from '../../syntax/walk.ts';
import { declaresResponder, isResponder, receiverRoot } from './responders.ts';

/**
 * Whether code that runs as `continuation` answers: it is `next` itself, or calls the response, `next` or a callback,
 * or hands one of them on.
 */
export function answersIn(continuation: Node, responders: Responders): boolean {
  if (isResponder(continuation, responders)) return true;
  let found = false;
  walk(continuation, (node) => {
    if (found) return false;
    found = answersBy(node, responders);
    return !found;
  });
  return found;
}

function answersBy(node: Node, responders: Responders): boolean {
  if (node.type === 'AssignmentExpression') return answersByAssignment(node.left, responders);
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  return (
    isResponder(receiverRoot(node.callee), responders) ||
    node.arguments.some((argument) => isResponder(argument, responders))
  );
}

/** Whether `target` is a property whose assignment answers: `ctx.body`. */
export function answersByAssignment(target: Node, responders: Responders): boolean {
  const node = unwrap(target);
  return (
    node.type === 'MemberExpression' &&
    isResponder(node.object, responders) &&
    responders.answers.assigns?.includes(propertyName(node) ?? '') === true
  );
}

/** Whether `call` turns its arguments into the response's text: `res.json(…)`. */
export function serialises(call: Node, responders: Responders): boolean {
  const { serialises: methods = [] } = responders.answers;
  return callsResponder(call, methods, responders);
}

/** Whether the code beside `node`, up to the handler's own body, answers the request whatever becomes of `node`. */
export function answeredBeside(node: Node, responders: Responders): boolean {
  for (let inner: Node = node; inner.parent != null; inner = inner.parent) {
    const outer: Node = inner.parent;
    if (
      outer.type === 'BlockStatement' &&
      outer.body.some((statement) => statement !== inner && endsResponse(statement, responders))
    )
      return true;
    if (isFunction(outer) && declaresResponder(outer, responders)) return false;
  }
  return false;
}

/** `res.status(202).json(…);` as a statement of its own, also awaited or returned. */
function endsResponse(statement: Node, responders: Responders): boolean {
  const expression =
    statement.type === 'ExpressionStatement'
      ? statement.expression
      : statement.type === 'ReturnStatement'
        ? statement.argument
        : null;
  if (expression === null) return false;
  let node = unwrap(expression);
  if (node.type === 'AwaitExpression') node = unwrap(node.argument);
  if (node.type === 'AssignmentExpression') return answersBy(node, responders);
  return callsResponder(node, responders.answers.ends, responders);
}

function callsResponder(node: Node, methods: readonly string[], responders: Responders): boolean {
  const call = methodCall(node);
  return call !== undefined && methods.includes(call.method) && isResponder(receiverRoot(call.object), responders);
}
