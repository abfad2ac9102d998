import type { TSESTree } from '@typescript-eslint/types';
import type { CallNode } from '../../syntax/call.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Edge, EdgesOf } from './edge.ts';
import { LISTENS, OUTPUT_NAMES, REQUEST_STREAM_NAMES } from '../../catalog/streams-and-events.ts';
import { definitionOf, variableOf } from '../../syntax/binding.ts';
import { methodCall, propertyName } from '../../syntax/call.ts';
import { enclosingFunction, isFunction } from '../../syntax/function.ts';
import { staticText } from '../../syntax/literal.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { isProcess } from '../../values/process.ts';
import { keyOf } from '../function-key.ts';
import { registeredAt } from './registered.ts';
import { asName, targetOf } from './target.ts';

/**
 * `socket.on('message', save)`: a listener that a handler registers on something that outlives it. From then on it runs
 * once per message, as a handler itself, though no framework knows it.
 */
export const listening: EdgesOf = (call, source, evaluation) => {
  const listener = listenerOf(call, source, evaluation);
  if (listener === undefined) return ofTheRequest(call, source, evaluation);
  const { event, given, object } = listener;
  if (isOutput(object)) return [];
  const handles = { route: `on ${event}`, kind: 'message' } as const;
  const to = targetIn(given, source, evaluation);
  return to === undefined ? [] : [{ ...to, by: 'listening', evidence: 'sure', handles }];
};

function targetIn(given: Node, source: Source, evaluation: Evaluation): Pick<Edge, 'to' | 'through'> | undefined {
  const node = unwrap(given);
  if (isFunction(node)) return { to: keyOf(node, source) };
  const name = asName(node);
  return name === undefined ? undefined : targetOf(evaluation.undecorated.expression(name, source), name, source);
}

/** `this.child.stdout`: the output of the object's own process is no message from outside. */
function isOutput(object: Node): boolean {
  const node = unwrap(object);
  if (node.type !== 'MemberExpression' || !OUTPUT_NAMES.has(propertyName(node) ?? '')) return false;
  const child = unwrap(node.object);
  return child.type === 'MemberExpression' && unwrap(child.object).type === 'ThisExpression';
}

/** Whether a call registers a listener that counts as a handler itself. */
export function isListening(call: CallNode, source: Source, evaluation: Evaluation): boolean {
  return listenerOf(call, source, evaluation) !== undefined;
}

/** A listener that is part of the work around it: `req.on('end', () => …)`. */
function ofTheRequest(call: CallNode, source: Source, evaluation: Evaluation): Edge[] {
  const method = methodCall(call);
  const [event, given] = method?.call.arguments ?? [];
  if (method === undefined || given === undefined || !LISTENS.has(method.method) || staticText(event) === undefined)
    return [];
  if (registeredAt(source, evaluation.undecorated).has(unwrap(given))) return [];
  const to = targetIn(given, source, evaluation);
  return to === undefined ? [] : [{ ...to, by: 'handed-over', evidence: 'sure' }];
}

function listenerOf(
  call: CallNode,
  source: Source,
  evaluation: Evaluation,
): { event: string; given: TSESTree.CallExpressionArgument; object: Node } | undefined {
  const method = methodCall(call);
  if (method === undefined || !LISTENS.has(method.method)) return undefined;
  const [first, given] = method.call.arguments;
  const event = staticText(first);
  if (event === undefined || given === undefined || !outlives(method.object, call, source, evaluation))
    return undefined;
  const node = unwrap(given);
  if (isFunction(node) && registeredAt(source, evaluation.undecorated).has(node)) return undefined;
  return outlivesCode(method.object, call, source) ? { event, given, object: method.object } : undefined;
}

/** Whether the object of a listener doesn't belong to the request itself. */
function outlives(object: Node, call: Node, source: Source, evaluation: Evaluation): boolean {
  if (enclosingFunction(call) === undefined) return false;
  const node = unwrap(object);
  if (isProcess(node, source, evaluation)) return true;
  const name =
    node.type === 'Identifier'
      ? node.name
      : node.type === 'MemberExpression' && node.property.type === 'Identifier'
        ? node.property.name
        : undefined;
  return name !== undefined && !REQUEST_STREAM_NAMES.test(name);
}

/** An object that the same function creates ends with its work. A watcher stays. */
function outlivesCode(object: Node, call: Node, source: Source): boolean {
  const node = unwrap(object);
  if (node.type !== 'Identifier') return true;
  const variable = variableOf(node, source);
  const definition = variable === undefined ? undefined : definitionOf(variable);
  if (definition?.node.type !== 'VariableDeclarator' || definition.node.init === null) return true;
  if (enclosingFunction(definition.node) !== enclosingFunction(call)) return true;
  const init = unwrap(definition.node.init);
  return init.type === 'CallExpression' && methodCall(init)?.method.startsWith('watch') === true;
}
