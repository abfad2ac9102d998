import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node } from '../syntax/source.ts';
import type { Context } from './context.ts';
import { variableOf } from '../syntax/binding.ts';
import { isFunctionOrName, isInvokedInPlace, parameterTarget } from '../syntax/function.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { functionOf } from '../values/function-of.ts';
import { handsDutyOn } from './answers/handing-on.ts';

/** The argument of a call whose promise the callee drops. */
type DroppedArgument = (call: TSESTree.CallExpression, context: Context) => Node | undefined;

/**
 * The argument that a user's own function calls without using the result, or passes to a function that does the same:
 * `function later(fn) { setTimeout(() => { fn(); }, 5); }`, `{ setTimeout(fn, 5); }`.
 * Undefined if the parameter is used in any other way: it may be kept, returned or awaited.
 */
export function argumentDroppedByOwn(
  call: TSESTree.CallExpression,
  context: Context,
  droppedArgument: DroppedArgument,
): TSESTree.CallExpressionArgument | undefined {
  const callee = functionOf(call.callee, context.source, context.evaluation);
  if (callee === undefined) return undefined;
  const { fn, source } = callee;
  if (context.looking.has(fn)) return undefined;
  context.looking.add(fn);
  try {
    const home = context.at(source);
    return call.arguments.find(
      (argument, index) => isFunctionOrName(unwrap(argument)) && dropsParameter(fn, index, home, droppedArgument),
    );
  } finally {
    context.looking.delete(fn);
  }
}

function dropsParameter(fn: FunctionNode, index: number, home: Context, droppedArgument: DroppedArgument): boolean {
  const parameter = fn.params[index];
  const target = parameter === undefined ? undefined : parameterTarget(parameter);
  const variable = target?.type === 'Identifier' ? variableOf(target, home.source) : undefined;
  const uses = variable?.references.filter((reference) => reference.isRead()) ?? [];
  return (
    uses.length > 0 &&
    uses.every(
      ({ identifier }) =>
        (isInvokedInPlace(identifier) && isDropped(wrapped(identifier).parent, home)) ||
        isGivenTo(identifier, droppedArgument, home),
    )
  );
}

/** `setTimeout(fn, 10)`. Method calls don't count, because `on(event, fn)` may register a handler. */
function isGivenTo(name: Node, droppedArgument: DroppedArgument, home: Context): boolean {
  const { parent } = wrapped(name);
  return (
    parent?.type === 'CallExpression' &&
    unwrap(parent.callee).type === 'Identifier' &&
    droppedArgument(parent, home) === wrapped(name)
  );
}

/**
 * Whether the value of a call is dropped. A value that is tested or sent is used, however wrongly, and a chain on it is
 * a separate finding.
 */
function isDropped(call: Node | undefined, home: Context): boolean {
  // A function that takes a callback reports through it when it is done.
  if (call === undefined || handsDutyOn(call, home.responders(call)) !== undefined) return false;
  const ownership = home.ownershipOf(call);
  return ownership.kind === 'lost' && ownership.form !== 'answered' && ownership.links.length === 0;
}
