import type { Node, Source } from '../../syntax/source.ts';
import type { PlacedFunction } from '../../values/function-of.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Context } from '../context.ts';
import type { TSESTree } from '@typescript-eslint/types';
import { EMITS } from '../../catalog/streams-and-events.ts';
import { methodCall } from '../../syntax/call.ts';
import { staticText } from '../../syntax/literal.ts';
import { wrapped } from '../../syntax/unwrap.ts';
import { someIn } from '../../syntax/walk.ts';
import { functionOf } from '../../values/function-of.ts';

interface Search {
  /** The names of the events; undefined for one that is unknown. */
  readonly events: readonly (string | undefined)[];
  readonly evaluation: Evaluation;
  readonly seen: Set<Node>;
}

/**
 * Whether a call of an emitter's method may lead to one of its events. It can't if the code of the method is known,
 * emits none of them, and leaves the emitter alone: `job.audit()`, which only sends a request.
 */
export function mayCause(
  call: TSESTree.CallExpression,
  events: readonly (string | undefined)[],
  { source, evaluation }: Context,
): boolean {
  return startsWork(call.callee, source, { events, evaluation, seen: new Set() });
}

function startsWork(callee: Node, source: Source, search: Search): boolean {
  const method = functionOf(callee, source, search.evaluation);
  // What is no method may know the emitter by another name than `this`.
  return method?.fn.parent.type === 'MethodDefinition' ? works(method, search) : true;
}

function works({ fn, source }: PlacedFunction, search: Search): boolean {
  if (search.seen.has(fn)) return false;
  search.seen.add(fn);
  return someIn(fn, (node) => emitsOne(node, search) || usesEmitter(node, source, search));
}

function emitsOne(node: Node, { events }: Search): boolean {
  const call = methodCall(node);
  if (call === undefined || !EMITS.has(call.method)) return false;
  const [name] = call.call.arguments;
  const event = name === undefined ? undefined : staticText(name);
  return event === undefined || events.includes(event) || events.includes(undefined);
}

/** Whether code does more with the emitter than to read or compare what it holds, or to call such a method of it. */
function usesEmitter(node: Node, source: Source, search: Search): boolean {
  if (node.type === 'Super') return true;
  if (node.type !== 'ThisExpression') return false;
  const object = wrapped(node);
  const { parent } = object;
  if (parent?.type !== 'MemberExpression' || parent.object !== object) return true;
  const member = wrapped(parent);
  switch (member.parent?.type) {
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'UnaryExpression':
      return false;
    case 'CallExpression': {
      if (member.parent.callee !== member) return true;
      const method = methodCall(member.parent)?.method;
      return method === undefined || (!EMITS.has(method) && startsWork(member, source, search));
    }
    default:
      return true;
  }
}
