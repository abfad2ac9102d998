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

/** Functions of the language that make a primitive value of their argument. */
const CONVERSIONS: ReadonlyMap<string, Becomes> = new Map([
  ['String', 'text'],
  ['Boolean', 'condition'],
  ['Number', 'number'],
]);

/** What a call makes of a promise that it is given, alone or in something; undefined where it takes the promise. */
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

/** What is sent in the place of the result. */
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

/** Whether a call of the language gives on what is in its argument: `Object.fromEntries(m)`, `Array.from(m)`. */
export function passesOn(call: TSESTree.CallExpression, current: Node): boolean {
  return call.arguments.includes(current as TSESTree.CallExpressionArgument) && PASSES_ON.test(calleeText(call));
}

/** Whether a comparison is with something that no promise can be: a text, a number, `null`. */
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
