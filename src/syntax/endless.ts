import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from './source.ts';
import { methodCall } from './call.ts';
import { isCaughtWithin } from './caught.ts';
import { isExit } from './exit.ts';
import { isFunction } from './function.ts';
import { contains } from './position.ts';
import { unwrap } from './unwrap.ts';
import { someIn } from './walk.ts';

/** `while (true)`, `for (;;)`: only a `break` reaches the code after it. */
export function isEndless(statement: Node): boolean {
  switch (statement.type) {
    case 'WhileStatement':
    case 'DoWhileStatement':
      return isTrue(statement.test);
    case 'ForStatement':
      return statement.test === null || isTrue(statement.test);
    default:
      return false;
  }
}

/**
 * Whether a function contains an endless loop that nothing in it leaves.
 *
 * @param ends - whether a call ends the process
 * @param goesOn - whether a loop never ends by itself
 */
export function neverEnds(
  body: Node,
  source: Source,
  ends: (call: Node) => boolean = (call) => isExit(call, source),
  goesOn: (loop: Node) => boolean = isEndless,
): boolean {
  return someIn(body, (node) => goesOn(node) && !isLeft(node, ends), isOwn);
}

/** `true`, `1`, `!0`: known without running anything. */
function isTrue(test: Node): boolean {
  const node = unwrap(test);
  if (node.type === 'UnaryExpression' && node.operator === '!')
    return unwrap(node.argument).type === 'Literal' && !isTrue(node.argument);
  return node.type === 'Literal' && ('regex' in node || Boolean(node.value));
}

/** Whether something in a loop ends it. */
function isLeft(loop: Node, ends: (call: Node) => boolean): boolean {
  return someIn(loop, (node) => leaves(node, loop, ends), isOwn);
}

function leaves(node: Node, loop: Node, ends: (call: Node) => boolean): boolean {
  switch (node.type) {
    case 'ReturnStatement':
      return true;
    // The consumer of a generator may stop here.
    case 'YieldExpression':
      return true;
    case 'BreakStatement':
      return node.label === null ? brokenBy(node) === loop : !contains(loop, labelled(node, node.label));
    case 'ContinueStatement':
      return node.label !== null && goesOnOutside(labelled(node, node.label), loop);
    case 'ThrowStatement':
      return !isCaughtWithin(loop, node);
    default:
      return ends(node) || (throwsIfAborted(node) && !isCaughtWithin(loop, node));
  }
}

/** `signal.throwIfAborted()` */
function throwsIfAborted(node: Node): boolean {
  return methodCall(node)?.method === 'throwIfAborted';
}

/** The loop or switch that a `break` without a label ends. */
function brokenBy(statement: TSESTree.BreakStatement): Node {
  let outer: Node = statement;
  while (outer.parent != null && !BREAKABLE.has(outer.type)) outer = outer.parent;
  return outer;
}

const BREAKABLE: ReadonlySet<string> = new Set([
  'WhileStatement',
  'DoWhileStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'SwitchStatement',
]);

/** The statement with this label around a jump. */
function labelled(jump: Node, label: TSESTree.Identifier): Node {
  let outer = jump;
  while (outer.parent != null && !(outer.type === 'LabeledStatement' && outer.label.name === label.name))
    outer = outer.parent;
  return outer;
}

/** With a label of the loop itself, `continue` stays in the loop. */
function goesOnOutside(target: Node, loop: Node): boolean {
  let body = target;
  while (body.type === 'LabeledStatement') body = body.body;
  return body !== loop && !contains(loop, target);
}

function isOwn(node: Node): boolean {
  return !isFunction(node);
}
