import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { Context } from './context.ts';
import type { Ownership } from './owner.ts';
import type { Passage } from './passage.ts';
import { methodCall } from '../syntax/call.ts';
import { isGlobal } from '../syntax/promise-call.ts';
import { serialises } from './answers/answering.ts';
import { consumerOf } from './consumer.ts';
import { owned } from './owner.ts';
import { lostAs } from './passage.ts';
import { enclosingFunction } from '../syntax/function.ts';
import { isUnreadCollection } from './variable.ts';

/** Functions of the language that make a primitive value of their argument. */
const CONVERSIONS = ['String', 'Boolean', 'Number'];

/** The ownership of a promise that is the callee or an argument of `call`. */
export function givenTo(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  current: Node,
  passage: Passage,
  context: Context,
): Ownership {
  if (call.callee === current) return owned('called');
  if (passage.voided) return owned('undefined is passed');
  if (call.type === 'CallExpression') {
    if (passage.collected === 'no' && turnsIntoValue(call, current, context)) return lostAs('answered', passage, call);
    const method = methodCall(call);
    if (method !== undefined && isUnreadCollection(method.object, method.method, context))
      return lostAs('unread', passage, call);
  }
  return { ...owned('given to another function'), taker: call };
}

/** Whether a call makes text, a number or a boolean of its argument: `res.json(p)`, `String(p)`. */
function turnsIntoValue(call: TSESTree.CallExpression, current: Node, { source, responders }: Context): boolean {
  return (
    serialises(call, responders(current)) || CONVERSIONS.some((conversion) => isGlobal(call.callee, conversion, source))
  );
}

/** The ownership of a promise that a function returns, also as the body of an arrow function. */
export function returnedBy(
  parent: TSESTree.ArrowFunctionExpression | TSESTree.ReturnStatement,
  current: Node,
  passage: Passage,
  context: Context,
): Ownership {
  const fn = parent.type === 'ArrowFunctionExpression' ? parent : enclosingFunction(current);
  if (fn === undefined || (parent.type === 'ArrowFunctionExpression' && parent.body !== current))
    return owned('a default value');
  const consumer = consumerOf(fn, context);
  switch (consumer.kind) {
    case 'drops':
      // Its author may have typed the callback: the `void` is the part that can be replaced.
      if (consumer.own && passage.voided) return owned('returned');
      return {
        ...lostAs(passage.voided ? 'voided' : 'callback', passage, consumer.call),
        node: consumer.argument,
      };
    // The array is judged once, at the call of map.
    case 'maps':
      return owned('an element of the array that map returns');
    case 'unknown':
      return owned('returned');
  }
}
