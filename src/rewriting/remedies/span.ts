import type { Finding } from '../../findings/finding.ts';
import type { Node, Source } from '../../syntax/source.ts';
import { chainedOnto, methodCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { isCall, walk } from '../../syntax/walk.ts';
import { evaluate } from '../../values/evaluate.ts';

/** The expression that becomes the task. */
export interface Span {
  readonly node: Node;
  /** Its value is an array of promises, which `Promise.all` makes one. */
  readonly isArray: boolean;
}

/**
 * The expression that stands for the whole launch, not further out than `limit`: the call with its chain, the array that it is an element of,
 * both branches of a ternary that launches in each.
 */
export function spanOf({ launch, form }: Finding, limit: Node, source: Source): Span {
  let node = wrapped(launch);
  let isArray = form === 'mapped' || isMapOfPromises(node, source);
  while (node !== limit) {
    const chain = chainedOnto(node);
    const { parent } = node;
    if (chain !== undefined) node = wrapped(chain);
    else if (parent?.type === 'ArrayExpression' && !isArray) {
      isArray = true;
      node = wrapped(parent);
    } else if (parent?.type === 'ConditionalExpression' && parent.test !== node && launches(parent.consequent) && launches(parent.alternate)) node = wrapped(parent);
    else break;
  }
  return { node, isArray };
}

/** Whether an expression may launch: it calls something. */
function launches(expression: Node): boolean {
  let found = false;
  walk(expression, (node) => {
    found ||= isCall(node);
    return !found && !isFunction(node);
  });
  return found;
}

/** `items.map(run)`, in contrast to a `map` of the user's own, or a library's, that gives one promise. */
function isMapOfPromises(expression: Node, source: Source): boolean {
  const call = methodCall(unwrap(expression));
  if (call === undefined || (call.method !== 'map' && call.method !== 'flatMap')) return false;
  const [callback] = call.call.arguments;
  return callback !== undefined && (isFunction(unwrap(callback)) || evaluate(callback, source)?.kind === 'function');
}
