import type { Node } from '../../syntax/source.ts';
import type { Responders } from './responders.ts';
import { variableOf } from '../../syntax/binding.ts';
import { methodCall } from '../../syntax/call.ts';
import { isCaughtWithin } from '../../syntax/caught.ts';
import { enclosingFunction, isFunction } from '../../syntax/function.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { answersBy, isResponder, receiverRoot } from './carriers.ts';
import { declaresResponder } from './responders.ts';

/** Whether `call` turns its arguments into the response's text: `res.json(…)`. */
export function serialises(call: Node, responders: Responders): boolean {
  const { serialises: methods = [] } = responders.answers;
  return callsResponder(call, methods, responders);
}

/** Whether `call` answers with its arguments: `res.json(…)`, `res.render(…)`. */
export function answersWith(call: Node, responders: Responders): boolean {
  return serialises(call, responders) || callsResponder(call, responders.answers.ends, responders);
}

/** Whether the code beside `node`, up to the handler's own body, answers the request whatever becomes of `node`. */
export function answeredBeside(node: Node, responders: Responders): boolean {
  /** Whether a block visited so far leaves the function, so that code after that block never runs. */
  let left = false;
  for (let inner: Node = node; inner.parent != null; inner = inner.parent) {
    const outer: Node = inner.parent;
    const statements = listOf(outer, inner);
    if (statements !== undefined) {
      const at = statements.indexOf(inner);
      const end: number = left ? at : statements.findIndex((statement, index) => index >= at && leaves(statement));
      left ||= end >= 0;
      const run = end < 0 ? statements : statements.slice(0, end + 1);
      if (run.some((statement) => statement !== inner && endsResponse(statement, responders))) return true;
    }
    if (isFunction(outer)) {
      if (declaresResponder(outer, responders)) return false;
      left = false;
    }
  }
  return false;
}

/** The statements of a block or of a `case`, of which `inner` is one. */
function listOf(outer: Node, inner: Node): readonly Node[] | undefined {
  if (outer.type === 'BlockStatement') return outer.body;
  return outer.type === 'SwitchCase' && inner !== outer.test ? outer.consequent : undefined;
}

/** Whether a statement leaves the function. After a `throw` that the function catches, it goes on. */
function leaves(statement: Node): boolean {
  if (statement.type === 'ReturnStatement') return true;
  return statement.type === 'ThrowStatement' && !isCaughtWithin(enclosingFunction(statement), statement);
}

/** `res.status(202).json(…);`, `resolve(…);` or `next();` as a statement of its own, also awaited or returned. */
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
  return runsResponder(node, responders) || callsResponder(node, responders.answers.ends, responders);
}

/** `resolve(x)` of a promise that the code creates, `next()`. */
function runsResponder(call: Node, { source, variables }: Responders): boolean {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : undefined;
  const variable = callee?.type === 'Identifier' ? variableOf(callee, source) : undefined;
  return variable !== undefined && variables.has(variable);
}

function callsResponder(node: Node, methods: readonly string[], responders: Responders): boolean {
  const call = methodCall(node);
  return call !== undefined && methods.includes(call.method) && isResponder(receiverRoot(call.object), responders);
}
