import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node } from '../syntax/source.ts';
import { UNTELLING } from '../catalog/conventions.ts';
import { calleeText, chainRoot, isPath } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { walk } from '../syntax/walk.ts';

/**
 * The work behind a launch whose own callee says nothing: the one function that is called in `Promise.all([a(), a()])`,
 * passed to `rows.forEach(a)`, or awaited or returned by an async function. Undefined if there are several, or none.
 */
export function innerCallee(launch: Node): string | undefined {
  const found = new Set<string>();
  collect(launch, found);
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}

function collect(root: Node, found: Set<string>): void {
  walk(root, (node) => {
    if (isFunction(node)) {
      const isInside = node === root || isLookedInto(node);
      const only = isInside ? onlyExpression(node) : undefined;
      if (only !== undefined) addCallee(only, found);
      return isInside;
    }
    switch (node.type) {
      case 'AwaitExpression':
      case 'ReturnStatement':
        if (node.argument !== null) addCallee(node.argument, found);
        return true;
      case 'CallExpression':
        addGiven(node, found);
        return true;
      default:
        return true;
    }
  });
}

/** What a function does, if that is one expression: `() => empty()`, `() => { empty(); }`. */
function onlyExpression({ body }: FunctionNode): Node | undefined {
  if (body.type !== 'BlockStatement') return body;
  const [only] = body.body;
  return body.body.length === 1 && only?.type === 'ExpressionStatement' ? only.expression : undefined;
}

/** Whether a function runs as part of a call that says nothing: called in place, or passed to it. */
function isLookedInto({ parent }: Node): boolean {
  return parent?.type === 'CallExpression' && (isFunction(unwrap(parent.callee)) || UNTELLING.test(calleeText(parent)));
}

const TAKES_RESULTS = /^(?:handler|callback|cb|fn|func|resolve|reject)$|\.(?:call|apply|bind|resolve|reject|default)$/;

/** `a` in `rows.map(a)` and `withTimeout(a(), 5)`, `a()` and `b()` in `Promise.all([a(), b()])` */
function addGiven(call: TSESTree.CallExpression, found: Set<string>): void {
  const text = calleeText(call);
  const [first] = call.arguments;
  const given = first === undefined ? undefined : unwrap(first);
  // The first argument of `callback(rows)`, `handler.apply(self, …)` or `px.reject(reason)` isn't a function.
  if (given === undefined || !UNTELLING.test(text) || TAKES_RESULTS.test(text)) return;
  if (given.type !== 'ArrayExpression') {
    if (isPath(given) && !text.startsWith('Promise')) found.add(calleeText(given));
    else if (isPath(unwrap(call.callee))) addCallee(given, found);
    return;
  }
  for (const element of given.elements) if (element !== null) addCallee(element, found);
}

function addCallee(expression: Node, found: Set<string>): void {
  const call = chainRoot(withoutVoid(unwrap(expression)));
  const text = call.type === 'CallExpression' ? calleeText(call) : undefined;
  if (text !== undefined && !UNTELLING.test(text)) found.add(text);
}

function withoutVoid(node: Node): Node {
  return node.type === 'UnaryExpression' && node.operator === 'void' ? node.argument : node;
}
