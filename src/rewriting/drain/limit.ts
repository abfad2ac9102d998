import type { FunctionNode } from '../../syntax/function.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Endings } from '../../ownership/index.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import { isEnd } from '../../ownership/index.ts';
import { variableOf, writesOf } from '../../syntax/binding.ts';
import { calleeText } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { contains } from '../../syntax/position.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { someIn, walk } from '../../syntax/walk.ts';
import { functionOf } from '../../values/function-of.ts';

/** How long a drain in a hook may take: most platforms kill the process after 30 s. */
const STANDARD_MS = 25_000;
/** The drain's share of a hook's own limit, because closing the server takes some of that time. */
const SHARE = 0.8;

/**
 * How many milliseconds the drain in a shutdown hook may take: less than what the hook gives itself, as in
 * `setTimeout(() => process.exit(1), 10_000)`. Undefined where the hook has such a timer whose time cannot be read.
 *
 * @param place - the callback that begins with the drain, or the statement beside which it stands
 */
export function limitIn(hook: FunctionNode, place: Node, source: Source, evaluation: Evaluation): number | undefined {
  let limit: number | undefined = STANDARD_MS;
  walk(hook.body, (node) => {
    const [callback, delay] = node.type === 'CallExpression' && isTimer(node.callee) ? node.arguments : [];
    if (callback === undefined || isSetAfter(node, place) || !mayEnd(callback, source, evaluation)) return;
    const own = delay === undefined ? 0 : numberOf(delay, source);
    limit = own === undefined || limit === undefined ? undefined : Math.min(limit, Math.floor(own * SHARE));
  });
  return limit === 0 ? undefined : limit;
}

/** `setTimeout`, `globalThis.setTimeout` */
function isTimer(callee: Node): boolean {
  return /^(?:global(?:This)?\.)?setTimeout$/.test(calleeText(callee));
}

/** Whether a timer is set only when the drain is done: it cannot cut it short. */
function isSetAfter(timer: Node, place: Node): boolean {
  return isFunction(place) ? contains(place, timer) : timer.range[0] >= place.range[1];
}

/** `() => process.exit(1)`, `() => fatal()`, and the same by its name: `process.exit`, `fatal`. */
function mayEnd(callback: Node, source: Source, evaluation: Evaluation): boolean {
  const given = unwrap(callback);
  if (given.type === 'MemberExpression' && calleeText(given) === 'process.exit') return true;
  const found = isFunction(given) ? undefined : functionOf(given, source, evaluation);
  const [body, home] = found === undefined ? [given, source] : [found.fn.body, found.source];
  const known: Endings = new Map();
  return someIn(body, (inner) => isEnd(inner, home, evaluation, known));
}

/** The value of `10_000`, `10 * 1000`, or a constant with such a value. */
function numberOf(expression: Node, source: Source): number | undefined {
  const node = unwrap(expression);
  if (node.type === 'Literal') return typeof node.value === 'number' ? node.value : undefined;
  if (node.type === 'BinaryExpression' && node.operator === '*') {
    const [left, right] = [numberOf(node.left, source), numberOf(node.right, source)];
    return left === undefined || right === undefined ? undefined : left * right;
  }
  const variable = node.type === 'Identifier' ? variableOf(node, source) : undefined;
  const isDeclared = variable?.defs.some(({ type }) => type === 'Variable') === true;
  const [value, ...others] = (isDeclared ? writesOf(variable) : undefined) ?? [];
  return value === undefined || others.length > 0 ? undefined : numberOf(value, source);
}

/** `25_000` */
export function inDigits(count: number): string {
  return count.toLocaleString('en-US').replaceAll(',', '_');
}
