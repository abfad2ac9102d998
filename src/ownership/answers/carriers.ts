import type { Variable } from '../../syntax/scopes/scope.ts';
import type { Node } from '../../syntax/source.ts';
import type { Responders } from './responders.ts';
import { definitionOf, isOfModule, variableOf, writesOf } from '../../syntax/binding.ts';
import { propertyName } from '../../syntax/call.ts';
import { isFunction, isInvokedInPlace } from '../../syntax/function.ts';
import { Recursion } from '../../syntax/recursion.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { someIn } from '../../syntax/walk.ts';

/**
 * Whether an expression is a responder or carries one: an object or array that holds one, a function of the handler
 * that answers, or a wrapped callback (`const done = once(next)`).
 */
export function isResponder(expression: Node, responders: Responders): boolean {
  const node = unwrap(expression);
  if (node.type === 'ObjectExpression') return node.properties.some((property) => holdsResponder(property, responders));
  if (node.type === 'ArrayExpression')
    return node.elements.some((element) => element !== null && isResponder(element, responders));
  if (node.type !== 'Identifier') return false;
  const variable = variableOf(node, responders.source);
  return variable !== undefined && (responders.variables.has(variable) || carries(variable, responders));
}

function holdsResponder(property: Node, responders: Responders): boolean {
  if (property.type !== 'Property') return false;
  const value = unwrap(property.value);
  return isFunction(value) ? answersIn(value.body, responders) : isResponder(value, responders);
}

function carries(variable: Variable, responders: Responders): boolean {
  const { carriers } = responders;
  const [name] = variable.identifiers;
  if (name === undefined) return false;
  // Functions may call each other.
  carriers.recursion ??= new Recursion(['carries']);
  const find = (): true | undefined => leadsToResponder(variable, responders) || undefined;
  return carriers.recursion.answer('carries', name, carriers.known, find) === true;
}

function leadsToResponder(variable: Variable, responders: Responders): boolean {
  // Module-level code can't refer to the parameters of functions.
  if (isOfModule(variable)) return false;
  const definition = definitionOf(variable);
  if (definition?.type === 'FunctionName' && isFunction(definition.node))
    return answersIn(definition.node.body, responders);
  if (definition?.node.type !== 'VariableDeclarator' || definition.node.id.type !== 'Identifier') return false;
  const [written, ...others] = writesOf(variable) ?? [];
  if (written === undefined || others.length > 0) return false;
  const value = unwrap(written);
  if (isFunction(value)) return answersIn(value.body, responders);
  return isResponder(value, responders) || (isCalled(variable) && wrapsCallback(value, responders));
}

function isCalled(variable: Variable): boolean {
  return variable.references.some(({ identifier }) => isInvokedInPlace(identifier));
}

/** `once(callback)`: a wrapper that calls its callback. */
function wrapsCallback(value: Node, responders: Responders): boolean {
  if (value.type !== 'CallExpression' || value.arguments.length !== 1) return false;
  const [only] = value.arguments;
  return only !== undefined && unwrap(only).type === 'Identifier' && isResponder(only, responders);
}

/**
 * Whether a continuation answers: it is `next` itself, calls the response, `next` or a callback, or passes one of them
 * on.
 */
export function answersIn(continuation: Node, responders: Responders): boolean {
  if (isResponder(continuation, responders)) return true;
  return someIn(continuation, (node) => answersBy(node, responders));
}

/** Whether a node itself answers, regardless of what is inside it. */
export function answersBy(node: Node, responders: Responders): boolean {
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

/** `res` in `res.status(200).json`, `next` in `next`. */
export function receiverRoot(callee: Node): Node {
  let node = unwrap(callee);
  for (;;) {
    if (node.type === 'MemberExpression') node = unwrap(node.object);
    else if (node.type === 'CallExpression') node = unwrap(node.callee);
    else return node;
  }
}
