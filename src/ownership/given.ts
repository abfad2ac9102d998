import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node } from '../syntax/source.ts';
import type { Context } from './context.ts';
import type { Lost, Ownership } from './owner.ts';
import type { Passage } from './passage.ts';
import { methodCall } from '../syntax/call.ts';
import { consumerOf } from './consumer.ts';
import { owned } from './owner.ts';
import { filledFate } from './filled.ts';
import { answeredAs, lostAs } from './passage.ts';
import { inRace } from './race.ts';
import { usedBy } from './used.ts';
import { passesOn, sentAs, valueMade } from './valued.ts';
import { isAsync } from '../syntax/compiled.ts';
import { enclosingFunction } from '../syntax/function.ts';

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
    const becomes = valueMade(call, current, passage, context);
    if (becomes !== undefined) return answeredAs(becomes, passage, call);
    const lost = lostInCall(call, current, passage, context);
    if (lost !== undefined) return lost;
  }
  const race = inRace(call, current, passage, context);
  return { ...owned('given to another function'), taker: call, ...(race && { inRace: race }) };
}

/** The loss of a promise put into a collection that loses it, or passed through a call that returns it. */
function lostInCall(
  call: TSESTree.CallExpression,
  current: Node,
  passage: Passage,
  context: Context,
): Lost | undefined {
  if (passage.collected !== 'no' && passesOn(call, current))
    return usedBy(context.ownershipOf(call, passage.collected), call, passage, call);
  const method = methodCall(call);
  const fate = method === undefined ? undefined : filledFate(method.object, method.method, context);
  if (fate === 'unread') return lostAs('unread', passage, call);
  return fate === undefined ? undefined : usedBy(fate.lost, fate.read, passage, call);
}

/** The ownership of a promise that a function returns, including the body of an arrow function. */
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
      // The user's own function may declare the callback's type, so the `void` must stay.
      if (consumer.own && passage.voided) return owned('returned');
      return {
        ...lostAs(passage.voided ? 'voided' : 'callback', passage, consumer.call),
        node: consumer.argument,
      };
    case 'asks':
      // For an async function, the call around it is judged once.
      if (isAsync(fn)) return owned('returned to who asks');
      return { ...answeredAs('predicate', passage, consumer.call), use: consumer.argument };
    // The array is judged once, at the call of `map`; promises inside its elements are judged here.
    case 'maps':
      return (
        (passage.collected === 'object'
          ? usedBy(context.ownershipOf(consumer.call, 'object'), consumer.call, passage, consumer.call)
          : undefined) ?? owned('an element of the array that map returns')
      );
    case 'unknown':
      return isSentByFramework(fn, passage, context)
        ? answeredAs(sentAs(passage.collected), passage, parent)
        : owned('returned');
  }
}

/** `@Get() stats() { return { sum: this.sum() }; }`: the framework awaits what it gets, but nothing inside. */
function isSentByFramework(fn: FunctionNode, { collected, voided }: Passage, context: Context): boolean {
  return collected !== 'no' && !voided && context.entryOf(fn)?.sendsReturned === true;
}
