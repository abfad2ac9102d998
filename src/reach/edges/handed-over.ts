import type { CallNode } from '../../syntax/call.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Value } from '../../values/value.ts';
import type { EdgesOf } from './edge.ts';
import { STOPS_LISTENING } from '../../catalog/streams-and-events.ts';
import { isGivenToPage } from '../../handlers/in-page.ts';
import { methodCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { objectParts } from '../../syntax/members.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { isListening } from './listening.ts';
import { runsParameter } from './parameters.ts';
import { registeredAt } from './registered.ts';
import { asName, evidenceFor, targetOf } from './target.ts';

/**
 * `orders.map(save)`, `basicAuth({ authorizer: check })`, `retry(makeJob(order))`: a function that is passed by name
 * and may be called. If the callee is the user's own function, its code shows whether it calls its argument. A
 * registered handler is called later, by what it is registered with.
 */
export const handedOver: EdgesOf = (call, source, evaluation) => {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return [];
  if (call.arguments.length === 0 || isListening(call, source, evaluation) || removesListener(call)) return [];
  const { undecorated } = evaluation;
  let registered: ReadonlySet<Node> | undefined;
  return call.arguments.flatMap((argument, index) => {
    // An argument that the callee can't run isn't evaluated.
    if (!mayRun(call, index, source, undecorated) || isGivenToPage(argument, source, evaluation)) return [];
    return passedIn(argument, source, undecorated).flatMap(({ value, name, source: home }) => {
      const target = targetOf(value, name, home);
      if (target === undefined || value?.kind !== 'function') return [];
      registered ??= registeredAt(source, undecorated);
      if (registered.has(value.node)) return [];
      return [{ ...target, by: 'handed-over' as const, evidence: evidenceFor(value) }];
    });
  });
};

/** `target.removeEventListener('message', this.listener)` doesn't run the listener. */
function removesListener(call: CallNode): boolean {
  return STOPS_LISTENING.test(methodCall(call)?.method ?? '');
}

interface Passed {
  readonly value: Value | undefined;
  readonly name: Node;
  readonly source: Source;
}

/**
 * The functions that an argument names, directly, in a literal or as a list. Functions written in the argument run with
 * the surrounding code.
 */
function passedIn(argument: Node, source: Source, evaluation: Evaluation): Passed[] {
  const node = unwrap(argument);
  const name = asName(node);
  if (name !== undefined) return namedIn(name, source, evaluation);
  switch (node.type) {
    case 'SpreadElement':
      return passedIn(node.argument, source, evaluation);
    case 'ObjectExpression':
      return objectParts(node).flatMap((part) =>
        'spread' in part || part.value === undefined || isFunction(part.value)
          ? []
          : passedIn(part.value, source, evaluation),
      );
    case 'ArrayExpression':
      return node.elements.flatMap((element) => (element === null ? [] : passedIn(element, source, evaluation)));
    case 'CallExpression':
      return [{ value: evaluation.expression(node, source), name: node.callee, source }];
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap((branch) => passedIn(branch, source, evaluation));
    default:
      return [];
  }
}

/** The function that a name stands for, or each that is written in its list: `STEPS` for `const STEPS = [check, save]`. */
function namedIn(name: Node, source: Source, evaluation: Evaluation): Passed[] {
  const value = evaluation.expression(name, source);
  if (value?.kind !== 'array' || value.node.type !== 'ArrayExpression') return [{ value, name, source }];
  return value.node.elements.flatMap((element) =>
    element === null || element.type === 'SpreadElement'
      ? []
      : [{ value: evaluation.expression(element, value.source), name: element, source: value.source }],
  );
}

/** Whether the callee may call its argument; true if its code isn't available. */
function mayRun(call: CallNode, index: number, source: Source, evaluation: Evaluation): boolean {
  if (call.type !== 'CallExpression') return true;
  const callee = evaluation.expression(call.callee, source);
  return callee?.kind !== 'function' || !isFunction(callee.node) || runsParameter(callee.node, index, callee.source);
}
