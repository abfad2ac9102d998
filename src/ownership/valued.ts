import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { Context } from './context.ts';
import type { Becomes } from './owner.ts';
import type { Collected, Passage } from './passage.ts';
import { PASSES_ON } from '../catalog/conventions.ts';
import { calleeText, methodCall } from '../syntax/call.ts';
import { isGlobal } from '../syntax/promise-call.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { answersWith, serialises } from './answers/answering.ts';
import { makesAnswer } from './answers/making.ts';

/** Built-in functions that convert their argument to a primitive value. */
const CONVERSIONS: ReadonlyMap<string, Becomes> = new Map([
  ['String', 'text'],
  ['Boolean', 'condition'],
  ['Number', 'number'],
]);

/**
 * How a call uses a promise that it takes for its result, alone or inside a value; undefined if it takes the promise
 * itself.
 */
export function valueMade(
  call: TSESTree.CallExpression,
  current: Node,
  { collected }: Passage,
  context: Context,
): Becomes | undefined {
  const { source } = context;
  const responders = context.responders(current);
  const isText = methodCall(call)?.method === 'stringify' && calleeText(call) === 'JSON.stringify';
  if (serialises(call, responders) || makesAnswer(call, context) || (isText && call.arguments[0] === current))
    return sentAs(collected);
  if (collected !== 'no') return answersWith(call, responders) ? sentAs(collected) : undefined;
  for (const [name, becomes] of CONVERSIONS) if (isGlobal(call.callee, name, source)) return becomes;
  return undefined;
}

/** What is sent in place of the result. */
export function sentAs(collected: Collected): Becomes {
  switch (collected) {
    case 'no':
      return 'sent';
    case 'mapped':
      return 'sent in an array';
    case 'literal':
    case 'object':
      return 'sent inside';
  }
}

/** Whether a built-in function returns the contents of its argument: `Object.fromEntries(m)`, `Array.from(m)`. */
export function passesOn(call: TSESTree.CallExpression, current: Node): boolean {
  return call.arguments.includes(current as TSESTree.CallExpressionArgument) && PASSES_ON.test(calleeText(call));
}

/** Whether a comparison is with a value that no promise can equal: a string, a number, `null`. */
export function isComparedWithValue({ operator, left, right }: TSESTree.BinaryExpression, current: Node): boolean {
  if (!/^(?:[=!]==?|[<>]=?)$/.test(operator)) return false;
  const other = unwrap(left === current ? right : left);
  return (
    other.type === 'Literal' ||
    (other.type === 'TemplateLiteral' && other.expressions.length === 0) ||
    (other.type === 'UnaryExpression' && other.argument.type === 'Literal') ||
    (other.type === 'Identifier' && other.name === 'undefined')
  );
}
