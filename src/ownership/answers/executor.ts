import type { Node } from '../../syntax/source.ts';
import type { Responders } from './responders.ts';
import { variableOf } from '../../syntax/binding.ts';
import { chainCall, calleeText } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { contains } from '../../syntax/position.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { someIn } from '../../syntax/walk.ts';

const TIMERS = /^(?:setTimeout|setImmediate|queueMicrotask|process\.nextTick)$/;

/** Whether a function settles the promise that the code around it creates: `.catch(reject)`. */
export function settlesAround(handler: Node, { source, settlers }: Responders): boolean {
  const isSettler = (node: Node): boolean => {
    const variable = node.type === 'Identifier' ? variableOf(node, source) : undefined;
    return variable !== undefined && settlers.has(variable);
  };
  return (
    isSettler(unwrap(handler)) ||
    someIn(handler, (node) => node.type === 'CallExpression' && isSettler(unwrap(node.callee)))
  );
}

/**
 * Whether the work has another way to settle the promise around it: `client.onmessage = resolve;
 * client.send(x).catch(reject)`. A chain on other work, or a timer, doesn't count.
 *
 * @param failure - the handlers of the failure
 */
export function isSettledElsewhere({ settlers }: Responders, failure: readonly Node[]): boolean {
  return [...settlers].some((variable) =>
    variable.references.some(
      (reference) =>
        reference.isRead() &&
        !failure.some((part) => contains(part, reference.identifier)) &&
        isHandedOut(reference.identifier),
    ),
  );
}

/** Whether a function, or one that calls it, is stored or passed as a listener. */
function isHandedOut(name: Node): boolean {
  for (let inner: Node = wrapped(name); ;) {
    const { parent } = inner;
    if (parent == null) return false;
    const isWhole = inner === wrapped(name) || isFunction(unwrap(inner));
    if (isWhole && parent.type === 'AssignmentExpression') return parent.right === inner;
    if (isWhole && parent.type === 'CallExpression' && parent.callee !== inner)
      return chainCall(parent) === undefined && !TIMERS.test(calleeText(parent));
    inner = wrapped(parent);
  }
}
