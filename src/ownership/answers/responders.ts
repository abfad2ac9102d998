import type { Answers, Entry } from '../../catalog/entry.ts';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Variable } from '../../syntax/scopes/scope.ts';
import type { Node, Source } from '../../syntax/source.ts';
import { DEFAULT_ANSWERS, EXECUTORS, ERROR_NAMES, REQUEST_NAMES, RESPONDER_NAMES } from '../../catalog/conventions.ts';
import { variableOf } from '../../syntax/binding.ts';
import { methodCall } from '../../syntax/call.ts';
import { enclosingFunction, isFunction, parameterTarget } from '../../syntax/function.ts';
import { unwrap } from '../../syntax/unwrap.ts';

/** What can answer the request, as seen from one place in a handler or in a function that a handler calls. */
export interface Responders {
  readonly source: Source;
  /** The response, `next`, the context, a callback. */
  readonly variables: ReadonlySet<Variable>;
  /** What the framework's response can do. */
  readonly answers: Answers;
}

/**
 * The variables with which the request can be answered at `node`: parameters of the functions around it, up to the
 * handler.
 *
 * @param entryOf - the framework of a function that is a handler; undefined for any other function
 */
export function respondersAt(node: Node, source: Source, entryOf: (fn: FunctionNode) => Entry | undefined): Responders {
  const variables = new Set<Variable>();
  let answers = DEFAULT_ANSWERS;
  for (let fn = enclosingFunction(node); fn !== undefined; fn = enclosingFunction(fn)) {
    const entry = entryOf(fn);
    for (const parameter of respondingParameters(fn, entry)) {
      const variable = variableOf(parameter, source);
      if (variable !== undefined) variables.add(variable);
    }
    // One of which it is not known how it answers does not end the search for who can.
    if (entry?.answers !== undefined) {
      answers = entry.answers;
      break;
    }
  }
  return { source, variables, answers };
}

function respondingParameters(fn: FunctionNode, entry: Entry | undefined): Node[] {
  const targets = fn.params.map(parameterTarget);
  // Code that awaits the new promise gets its answer from resolve and reject.
  if (isExecutor(fn)) return targets;
  const { answers } = entry ?? {};
  if (answers === undefined || isHelper(targets))
    return targets.filter((target) => target.type === 'Identifier' && RESPONDER_NAMES.test(target.name));
  const positions = answers.withError !== undefined && takesError(targets) ? answers.withError : answers.parameters;
  return positions.flatMap((position) => targets[position] ?? []);
}

/** `(jobId, req, teamId)`: a function that is given the request, but not as a framework gives it. */
function isHelper(parameters: readonly Node[]): boolean {
  const request = parameters.findIndex((target) => isCalled(target, REQUEST_NAMES));
  return request > (parameters.length === 4 || isCalled(parameters[0], ERROR_NAMES) ? 1 : 0);
}

function isCalled(target: Node | undefined, names: RegExp): boolean {
  return target?.type === 'Identifier' && names.test(target.name);
}

/** `(err, req, res, next)`, in contrast to `(req, res, next, id)` of a route's parameter. */
function takesError(parameters: readonly Node[]): boolean {
  const [, , third] = parameters;
  return parameters.length === 4 && !(third?.type === 'Identifier' && third.name === 'next');
}

/**
 * The function given to `new Promise`, also to a Promise that a package gives, or to `new Observable`, whose subscriber
 * is told of results and failures.
 */
function isExecutor(fn: FunctionNode): boolean {
  const { parent } = fn;
  return (
    parent.type === 'NewExpression' &&
    parent.callee.type === 'Identifier' &&
    EXECUTORS.has(parent.callee.name) &&
    parent.arguments[0] === fn
  );
}

/**
 * Whether an argument list hands the duty to answer on: it carries the response, `next`, the context, or ends in a
 * node-style callback.
 */
export function handsDutyOn(call: Node, responders: Responders): boolean {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return false;
  const [first] = call.arguments;
  // `Promise.resolve(fn(req, res, next)).catch(next)`
  if (first !== undefined && call.arguments.length === 1 && isSettler(call))
    return handsDutyOn(unwrap(first), responders);
  if (call.arguments.some((argument) => isResponder(argument, responders))) return true;
  const last = call.arguments.at(-1);
  if (last === undefined) return false;
  const callback = unwrap(last);
  const [failure] = isFunction(callback) ? callback.params : [];
  return failure?.type === 'Identifier' && ERROR_NAMES.test(failure.name);
}

/** `Promise.resolve(…)` */
function isSettler(call: Node): boolean {
  const method = methodCall(call);
  const object = method?.method === 'resolve' ? unwrap(method.object) : undefined;
  return object?.type === 'Identifier' && object.name === 'Promise';
}

/** Whether an expression is one of the responders, or an object that holds one. */
export function isResponder(expression: Node, responders: Responders): boolean {
  const node = unwrap(expression);
  if (node.type === 'ObjectExpression') {
    return node.properties.some((property) => property.type === 'Property' && isResponder(property.value, responders));
  }
  if (node.type !== 'Identifier') return false;
  const variable = variableOf(node, responders.source);
  return variable !== undefined && responders.variables.has(variable);
}

/** Whether a function declares one of the responders. */
export function declaresResponder(fn: FunctionNode, { source, variables }: Responders): boolean {
  return fn.params.some((parameter) => {
    const variable = variableOf(parameterTarget(parameter), source);
    return variable !== undefined && variables.has(variable);
  });
}

/** `res` in `res.status(200).json`, `next` in `next`. */
export function receiverRoot(callee: Node): Node {
  let node = unwrap(callee);
  for (;;) {
    if (node.type === 'MemberExpression') node = unwrap(node.object);
    else if (node.type === 'CallExpression') node = unwrap(node.callee);
    else return node;
  }
}
