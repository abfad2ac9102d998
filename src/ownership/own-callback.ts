import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Place } from '../syntax/passed.ts';
import type { Node } from '../syntax/source.ts';
import type { Context } from './context.ts';
import { isFunctionOrName } from '../syntax/function.ts';
import { passedTo, usesAt } from '../syntax/passed.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { functionOf } from '../values/function-of.ts';
import { handsDutyOn } from './answers/handing-on.ts';

/** The functions given to a call whose promises the callee drops. */
type DroppedFunctions = (call: TSESTree.CallExpression, context: Context) => readonly Node[];

/**
 * The functions given to a call that a user's own function calls without using the result, or passes to a function that
 * does the same: `function later(fn) { setTimeout(() => { fn(); }, 5); }`, `{ setTimeout(fn, 5); }`. Not those that it
 * uses in any other way: it may keep, return or await them. Those in an object literal are judged where they are called.
 */
export function functionsDroppedByOwn(
  call: TSESTree.CallExpression,
  context: Context,
  droppedFunctions: DroppedFunctions,
): readonly Node[] {
  const given = call.arguments.filter((argument) => isFunctionOrName(unwrap(argument)));
  if (given.length === 0) return [];
  const callee = functionOf(call.callee, context.source, context.evaluation);
  if (callee === undefined) return [];
  const { fn, source } = callee;
  if (context.looking.has(fn)) return [];
  context.looking.add(fn);
  try {
    const home = context.at(source);
    return given.filter((each) => {
      const place = passedTo(each)?.place;
      return place !== undefined && dropsGiven(fn, place, home, droppedFunctions);
    });
  } finally {
    context.looking.delete(fn);
  }
}

function dropsGiven(fn: FunctionNode, place: Place, home: Context, droppedFunctions: DroppedFunctions): boolean {
  const uses = usesAt(fn, place, home.source) ?? [];
  return (
    uses.length > 0 &&
    uses.every(({ node, call }) =>
      call === undefined ? isGivenTo(node, droppedFunctions, home) : isDropped(call, home),
    )
  );
}

/** `setTimeout(fn, 10)`. Method calls don't count, because `on(event, fn)` may register a handler. */
function isGivenTo(name: Node, droppedFunctions: DroppedFunctions, home: Context): boolean {
  const { parent } = wrapped(name);
  return (
    parent?.type === 'CallExpression' &&
    unwrap(parent.callee).type === 'Identifier' &&
    droppedFunctions(parent, home).includes(wrapped(name))
  );
}

/**
 * Whether the value of a call is dropped. A value that is tested or sent is used, however wrongly, and a chain on it is
 * a separate finding.
 */
function isDropped(call: TSESTree.CallExpression, home: Context): boolean {
  // A function that takes a callback reports through it when it is done.
  if (handsDutyOn(call, home.responders(call)) !== undefined) return false;
  const ownership = home.ownershipOf(call);
  return ownership.kind === 'lost' && ownership.form !== 'answered' && ownership.links.length === 0;
}
