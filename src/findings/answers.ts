import type { Variable } from '../syntax/scopes/scope.ts';
import type { Answers, Entry } from '../catalog/entry.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import { variableOf } from '../syntax/binding.ts';
import { methodCall, propertyName } from '../syntax/call.ts';
import { enclosingFunction, isFunction, parameterTarget } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { walk } from '../syntax/walk.ts';

/** Parameter names that carry the means to answer, in functions of which no framework says so. */
const BY_NAME = /^_?(?:res|response|reply|socket|next|cb|callback|done|resolve|reject)$/;
const DEFAULT_ANSWERS: Answers = {
  parameters: [],
  ends: ['json', 'jsonp', 'send', 'sendStatus', 'sendFile', 'end', 'redirect', 'render', 'download'],
  serialises: ['json', 'jsonp', 'send', 'end'],
};

/** What answers the request, as seen from one place in a handler or in a function that a handler calls. */
export interface Means {
  readonly variables: ReadonlySet<Variable>;
  readonly answers: Answers;
}

/**
 * The variables with which the request can be answered at `node`: parameters of the functions around it, up to the
 * handler.
 *
 * @param entryOf - the framework of a function that is a handler; undefined for any other function
 */
export function meansAt(node: Node, source: Source, entryOf: (fn: FunctionNode) => Entry | undefined): Means {
  const variables = new Set<Variable>();
  let answers = DEFAULT_ANSWERS;
  for (let fn = enclosingFunction(node); fn !== undefined; fn = enclosingFunction(fn)) {
    const entry = entryOf(fn);
    for (const parameter of meansParameters(fn, entry)) {
      const variable = variableOf(parameter, source);
      if (variable !== undefined) variables.add(variable);
    }
    // One of which it is not known how it answers does not end the search for who can.
    if (entry?.answers !== undefined) {
      answers = entry.answers;
      break;
    }
  }
  return { variables, answers };
}

function meansParameters(fn: FunctionNode, entry: Entry | undefined): Node[] {
  const targets = fn.params.map(parameterTarget);
  // Whoever waits for the promise is answered by its resolve and reject.
  if (isExecutor(fn)) return targets;
  const { answers } = entry ?? {};
  if (answers === undefined || isHelper(targets))
    return targets.filter((target) => target.type === 'Identifier' && BY_NAME.test(target.name));
  const positions = answers.withError !== undefined && takesError(targets) ? answers.withError : answers.parameters;
  return positions.flatMap((position) => targets[position] ?? []);
}

/** `(jobId, req, teamId)`: a function that is given the request, but not as a framework gives it. */
function isHelper(parameters: readonly Node[]): boolean {
  const request = parameters.findIndex((target) => /^_?req(?:uest)?$/.test(nameOf(target)));
  return request > (parameters.length === 4 || /^_?e/.test(nameOf(parameters[0])) ? 1 : 0);
}

function nameOf(target: Node | undefined): string {
  return target?.type === 'Identifier' ? target.name : '';
}

/** `(err, req, res, next)`, and not `(req, res, next, id)` of a route's parameter. */
function takesError(parameters: readonly Node[]): boolean {
  const [, , third] = parameters;
  return parameters.length === 4 && !(third?.type === 'Identifier' && third.name === 'next');
}

/** The function given to `new Promise`. */
function isExecutor(fn: FunctionNode): boolean {
  const { parent } = fn;
  return (
    parent.type === 'NewExpression' &&
    parent.callee.type === 'Identifier' &&
    parent.callee.name === 'Promise' &&
    parent.arguments[0] === fn
  );
}

/**
 * Whether an argument list hands the duty to answer on: it carries the response, `next`, the context, or ends in a
 * node-style callback.
 */
export function handsDutyOn(call: Node, means: Means, source: Source): boolean {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return false;
  // `Promise.resolve(fn(req, res, next)).catch(next)`
  const [first] = call.arguments;
  const wrapper = call.arguments.length === 1 ? methodCall(call) : undefined;
  if (first !== undefined && wrapper?.method === 'resolve' && isNamed(wrapper.object, 'Promise'))
    return handsDutyOn(unwrap(first), means, source);
  if (call.arguments.some((argument) => isMeans(argument, means, source))) return true;
  const last = call.arguments.at(-1);
  if (last === undefined) return false;
  const callback = unwrap(last);
  const [failure] = isFunction(callback) ? callback.params : [];
  return failure?.type === 'Identifier' && /^_?(?:err|error|e)$/.test(failure.name);
}

function isNamed(expression: Node, name: string): boolean {
  const node = unwrap(expression);
  return node.type === 'Identifier' && node.name === name;
}

function isMeans(expression: Node, means: Means, source: Source): boolean {
  const node = unwrap(expression);
  if (node.type === 'ObjectExpression') {
    return node.properties.some((property) => property.type === 'Property' && isMeans(property.value, means, source));
  }
  if (node.type !== 'Identifier') return false;
  const variable = variableOf(node, source);
  return variable !== undefined && means.variables.has(variable);
}

/**
 * Whether code that runs as `continuation` answers: it is `next` itself, or calls the response, `next` or a callback,
 * or hands one of them on.
 */
export function answersIn(continuation: Node, means: Means, source: Source): boolean {
  if (isMeans(continuation, means, source)) return true;
  let found = false;
  walk(continuation, (node) => {
    if (found) return false;
    found = answersBy(node, means, source);
    return !found;
  });
  return found;
}

function answersBy(node: Node, means: Means, source: Source): boolean {
  if (node.type === 'AssignmentExpression') {
    const target = unwrap(node.left);
    return (
      target.type === 'MemberExpression' &&
      isMeans(target.object, means, source) &&
      means.answers.assigns?.includes(propertyName(target) ?? '') === true
    );
  }
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  return (
    isMeans(receiverRoot(node.callee), means, source) ||
    node.arguments.some((argument) => isMeans(argument, means, source))
  );
}

/** `res` in `res.status(200).json`, `next` in `next`; a property read that is not called leads nowhere. */
export function receiverRoot(callee: Node): Node {
  let node = unwrap(callee);
  for (;;) {
    if (node.type === 'MemberExpression') node = unwrap(node.object);
    else if (node.type === 'CallExpression') node = unwrap(node.callee);
    else return node;
  }
}

/** Whether the code beside `node`, up to the handler's own body, answers the request whatever becomes of `node`. */
export function answeredBeside(node: Node, means: Means, source: Source): boolean {
  for (let inner: Node = node; inner.parent != null; inner = inner.parent) {
    const outer: Node = inner.parent;
    if (
      outer.type === 'BlockStatement' &&
      outer.body.some((statement) => statement !== inner && endsResponse(statement, means, source))
    )
      return true;
    if (isFunction(outer) && ownsMeans(outer, means, source)) return false;
  }
  return false;
}

function ownsMeans(fn: FunctionNode, means: Means, source: Source): boolean {
  return fn.params.some((parameter) => {
    const variable = variableOf(parameterTarget(parameter), source);
    return variable !== undefined && means.variables.has(variable);
  });
}

/** `res.status(202).json(…);` as a statement of its own, also awaited or returned. */
function endsResponse(statement: Node, means: Means, source: Source): boolean {
  const expression =
    statement.type === 'ExpressionStatement'
      ? statement.expression
      : statement.type === 'ReturnStatement'
        ? statement.argument
        : null;
  if (expression === null) return false;
  let node = unwrap(expression);
  if (node.type === 'AwaitExpression') node = unwrap(node.argument);
  if (node.type === 'AssignmentExpression') return answersBy(node, means, source);
  const call = methodCall(node);
  return (
    call !== undefined && means.answers.ends.includes(call.method) && isMeans(receiverRoot(call.object), means, source)
  );
}

/** Whether `call` turns its arguments into the response's text: `res.json(…)`. */
export function serialises(call: Node, means: Means, source: Source): boolean {
  const found = methodCall(call);
  return (
    found !== undefined &&
    means.answers.serialises?.includes(found.method) === true &&
    isMeans(receiverRoot(found.object), means, source)
  );
}

/** Whether `target` is a property whose assignment answers: `ctx.body`. */
export function answersByAssignment(target: Node, means: Means, source: Source): boolean {
  const node = unwrap(target);
  return (
    node.type === 'MemberExpression' &&
    isMeans(node.object, means, source) &&
    means.answers.assigns?.includes(propertyName(node) ?? '') === true
  );
}
