import type { Variable } from '../syntax/scopes/scope.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { TaskCall } from './task-calls.ts';
import { variableOf } from '../syntax/binding.ts';
import { methodCall } from '../syntax/call.ts';
import { enclosingFunction, isFunction, parameterTarget } from '../syntax/function.ts';
import { keyName } from '../syntax/literal.ts';
import { contains } from '../syntax/position.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { walk } from '../syntax/walk.ts';
import { definitionOutside, isRequest, requestBody, sentResponse } from './request-streams.ts';
import { taskCallsIn } from './task-calls.ts';

/** Something that a task uses, and that ends with the request. */
export interface Captured {
  readonly kind: 'signal' | 'body' | 'response' | 'transaction' | 'client';
  /** Where the task uses it. */
  readonly node: Node;
  /** Its source text: `req.signal`, `req`, `res.write`, `tx`, `client`. */
  readonly name: string;
}

/** What a file's tasks capture although it ends with the request, once per task. */
export function capturedInTasks(source: Source, tracker: string, evaluation: Evaluation): Captured[] {
  return taskCallsIn(source, tracker, evaluation).flatMap((task) => capturedBy(task, source, evaluation));
}

function capturedBy({ call }: TaskCall, source: Source, evaluation: Evaluation): Captured[] {
  const found = new Map<string, Captured>();
  for (const argument of call.arguments) {
    walk(argument, (node) => {
      const captured =
        requestSignal(node, call, source) ??
        requestBody(node, call, source) ??
        sentResponse(node, call, source) ??
        heldVariable(node, call, source, evaluation);
      if (captured !== undefined && !found.has(captured.name)) found.set(captured.name, captured);
    });
  }
  return [...found.values()];
}

/** `req.signal`, `c.req.raw.signal`, or a variable that refers to it. */
function requestSignal(node: Node, task: Node, source: Source): Captured | undefined {
  if (node.type === 'MemberExpression')
    return isRequestSignal(node, task, source)
      ? { kind: 'signal', node, name: source.text.slice(...node.range) }
      : undefined;
  if (node.type !== 'Identifier') return undefined;
  const definition = definitionOutside(node, task, source);
  if (definition?.type !== 'VariableDeclarator' || definition.init === null) return undefined;
  const init = unwrap(definition.init);
  const isTaken =
    definition.id.type === 'ObjectPattern' &&
    definition.id.properties.some(
      (property) =>
        property.type === 'Property' &&
        keyName(property.key, property.computed) === 'signal' &&
        property.value.type === 'Identifier' &&
        property.value.name === node.name,
    );
  const isSignal = isTaken
    ? isRequest(init, task, source)
    : definition.id.type === 'Identifier' && isRequestSignal(init, task, source);
  return isSignal ? { kind: 'signal', node, name: node.name } : undefined;
}

function isRequestSignal(node: Node, task: Node, source: Source): boolean {
  return (
    node.type === 'MemberExpression' &&
    keyName(node.property, node.computed) === 'signal' &&
    (isRequest(node.object, task, source) || isAbortedByRequest(node.object, task, source))
  );
}

/** A controller that a listener of the request aborts: `req.on('close', () => controller.abort())`. */
function isAbortedByRequest(controller: Node, task: Node, source: Source): boolean {
  if (definitionOutside(controller, task, source)?.type !== 'VariableDeclarator') return false;
  const references = variableOf(controller, source)?.references ?? [];
  return references.some(({ identifier }) => {
    const member = identifier.parent as Node | undefined;
    if (member?.type !== 'MemberExpression' || keyName(member.property, member.computed) !== 'abort') return false;
    const listener = enclosingFunction(member);
    const heard = listener?.parent == null ? undefined : methodCall(listener.parent);
    return heard !== undefined && /^(?:on|once)$/.test(heard.method) && isRequest(heard.object, task, source);
  });
}

/** A transaction's handle, or a pool's client that the function releases. */
function heldVariable(node: Node, task: Node, source: Source, evaluation: Evaluation): Captured | undefined {
  if (node.type !== 'Identifier') return undefined;
  const variable = variableOf(node, source);
  const definition = definitionOutside(node, task, source);
  if (variable === undefined || definition === undefined) return undefined;
  if (isFunction(definition))
    return isTransaction(definition, node.name, source, evaluation)
      ? { kind: 'transaction', node, name: node.name }
      : undefined;
  if (definition.type === 'VariableDeclarator' && definition.init?.type === 'Identifier') {
    // Two that name each other would never end.
    const named = definitionOutside(definition.init, task, source);
    if (named === undefined || named.range[0] >= definition.range[0]) return undefined;
    const held = heldVariable(definition.init, task, source, evaluation);
    return held === undefined ? undefined : { ...held, node, name: node.name };
  }
  const init =
    definition.type === 'VariableDeclarator' && definition.init !== null
      ? evaluation.expression(definition.init, source)
      : undefined;
  const lease = init?.kind === 'external' ? evaluation.catalog.leases.find(init) : undefined;
  return lease !== undefined && isGivenBack(variable, lease.release, task)
    ? { kind: 'client', node, name: node.name }
    : undefined;
}

/** `db.transaction(async (tx) => …)`: the parameter is valid until the callback ends. */
function isTransaction(fn: FunctionNode, name: string, source: Source, evaluation: Evaluation): boolean {
  const call = fn.parent;
  if (call.type !== 'CallExpression') return false;
  const value = evaluation.expression(call, source);
  const scope =
    (value?.kind === 'external' ? evaluation.catalog.scopes.find(value) : undefined) ??
    evaluation.catalog.scopeMethods.get(methodCall(call)?.method ?? '');
  const parameter = scope === undefined ? undefined : fn.params[scope.parameter ?? 0];
  const target = parameter === undefined ? undefined : parameterTarget(parameter);
  return target?.type === 'Identifier' && target.name === name;
}

/** By other code than the task, which may release it when its work is done. */
function isGivenBack(variable: Variable, release: string, task: Node): boolean {
  const methods = release.split('|');
  return variable.references.some(({ identifier }) => {
    const member = identifier.parent as Node | undefined;
    return (
      member?.type === 'MemberExpression' &&
      !contains(task, member) &&
      member.object === identifier &&
      methods.includes(keyName(member.property, member.computed) ?? '')
    );
  });
}
