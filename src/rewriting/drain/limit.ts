import type { FunctionNode } from '../../syntax/function.ts';
import type { Node, Source } from '../../syntax/source.ts';
import { variableOf, writesOf } from '../../syntax/binding.ts';
import { isExit } from '../../syntax/exit.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { someIn, walk } from '../../syntax/walk.ts';

/** How long a drain in a hook may take: most platforms kill the process after 30 s. */
const STANDARD_MS = 25_000;
/** The drain's share of a hook's own limit, because closing the server takes some of that time. */
const SHARE = 0.8;

/**
 * How many milliseconds the drain in a shutdown hook may take: less than the hook's own limit, as in
 * `setTimeout(() => process.exit(1), 10_000)`. Undefined if the delay of such a timer can't be read, or leaves no time.
 */
export function limitIn(hook: FunctionNode, source: Source): number | undefined {
  let limit: number | undefined = STANDARD_MS;
  walk(hook.body, (node) => {
    const [callback, delay] = node.type === 'CallExpression' && isTimer(node.callee) ? node.arguments : [];
    if (callback === undefined || !someIn(callback, (inner) => isExit(inner, source))) return;
    const own = delay === undefined ? 0 : numberOf(delay, source);
    limit = own === undefined || limit === undefined ? undefined : Math.min(limit, Math.floor(own * SHARE));
  });
  return limit === 0 ? undefined : limit;
}

function isTimer(callee: Node): boolean {
  return callee.type === 'Identifier' && callee.name === 'setTimeout';
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
