import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node } from '../syntax/source.ts';
import { isFunction } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { isCall } from '../syntax/walk.ts';

/** Functions that run a callback later. */
const TIMERS: ReadonlySet<string> = new Set(['setTimeout', 'setImmediate', 'queueMicrotask', 'nextTick']);

/** `new Promise((resolve) => setTimeout(resolve, ms))`: its executor only sets timers, or resolves. */
export function isDelay(node: TSESTree.NewExpression): boolean {
  const [first] = node.arguments;
  const executor = first === undefined ? undefined : unwrap(first);
  if (!isFunction(executor)) return false;
  const settlers = new Set(executor.params.flatMap((one) => (one.type === 'Identifier' ? [one.name] : [])));
  return settlers.size > 0 && onlySettles(executor, settlers);
}

function onlySettles(fn: FunctionNode, settlers: ReadonlySet<string>): boolean {
  if (fn.body.type !== 'BlockStatement') return settles(fn.body, settlers);
  return fn.body.body.every((statement) => {
    if (statement.type === 'ExpressionStatement') return settles(statement.expression, settlers);
    return (
      statement.type === 'VariableDeclaration' &&
      statement.declarations.every(({ init }) => init !== null && settles(init, settlers))
    );
  });
}

/** `resolve(x)`, `setTimeout(resolve, 10)`, `setTimeout(() => resolve(null), 10).unref()`, `timer = setTimeout(…)` */
function settles(expression: Node, settlers: ReadonlySet<string>): boolean {
  const node = unwrap(expression);
  if (node.type === 'AssignmentExpression') return settles(node.right, settlers);
  if (node.type !== 'CallExpression') return false;
  const callee = unwrap(node.callee);
  if (callee.type === 'Identifier' && settlers.has(callee.name))
    return node.arguments.every((argument) => !isCall(unwrap(argument)));
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 'unref') {
    const object = unwrap(callee.object);
    return object.type === 'Identifier' || settles(object, settlers);
  }
  const name =
    callee.type === 'Identifier'
      ? callee.name
      : callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
        ? callee.property.name
        : '';
  const [first] = node.arguments;
  if (!TIMERS.has(name) || first === undefined) return false;
  const given = unwrap(first);
  return (
    (given.type === 'Identifier' && settlers.has(given.name)) || (isFunction(given) && onlySettles(given, settlers))
  );
}
