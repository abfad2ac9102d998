import type { Synchronous } from '../catalog/entry.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { CALLBACK_NAMES } from '../catalog/conventions.ts';
import { keyName } from '../syntax/literal.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { functionOf } from '../values/function-of.ts';

/** Whether the arguments of a call mean that it returns no promise: `{ sync: true }`, a callback. */
export function isSynchronous(
  call: Node,
  { option, callback }: Synchronous,
  source: Source,
  evaluation: Evaluation,
): boolean {
  if (call.type !== 'CallExpression') return false;
  const last = call.arguments.at(-1);
  return (
    (callback === true && last !== undefined && isCallback(unwrap(last), source, evaluation)) ||
    (option !== undefined && call.arguments.some((given) => isSet(unwrap(given), option)))
  );
}

function isCallback(given: Node, source: Source, evaluation: Evaluation): boolean {
  return (
    (given.type === 'Identifier' && CALLBACK_NAMES.test(given.name)) ||
    functionOf(given, source, evaluation) !== undefined
  );
}

/** If several properties have this name, the last one counts. */
function isSet(given: Node, option: string): boolean {
  if (given.type !== 'ObjectExpression') return false;
  const property = given.properties.findLast(
    (each) => each.type === 'Property' && keyName(each.key, each.computed) === option,
  );
  if (property?.type !== 'Property') return false;
  const value = unwrap(property.value);
  return value.type === 'Literal' && value.value === true;
}
